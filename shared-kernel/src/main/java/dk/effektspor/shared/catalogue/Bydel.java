package dk.effektspor.shared.catalogue;

/** A city district as the seeds name it. */
public record Bydel(String code, Text name, String source) {}
