package dk.effektspor.shared.catalogue;

import java.util.List;

/**
 * An offer: the place or team that carries an intervention out.
 *
 * @param unit code of the centre it belongs to
 * @param measures codes of the measures it can carry out; two offers sharing one are of the same type
 */
public record Tilbud(String code, Text name, String unit, List<String> measures, Validity validity) {}
