package dk.effektspor.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names a schema by its room and where it is nested: two rooms' {@code Reading}s are not the same. */
final class RoomNames extends TypeNameResolver {

    private static final String OURS = "dk.effektspor.";

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        if (!type.getName().startsWith(OURS)) {
            return super.nameForClass(type, options);
        }
        String room = type.getPackageName().replaceFirst(".*\\.", "");
        String side = type.getPackageName().substring(OURS.length()).replaceFirst("\\..*", "");
        String nested =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return side + "." + room + "." + nested.replace("Controller.", ".");
    }
}
