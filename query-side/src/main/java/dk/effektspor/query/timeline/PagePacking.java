package dk.effektspor.query.timeline;

import com.github.luben.zstd.Zstd;
import dk.effektspor.platform.StartRefused;

/** Full pages of a timeline are kept compressed. A rebuild packs every page there is, and a reader unpacks a whole case. */
final class PagePacking {

    /** Ids and sealed texts are most of a page, so that a higher level takes longer and saves nothing. */
    private static final int LEVEL = 1;

    private PagePacking() {}

    /**
     * Sees to it that pages can be packed before the first is to be: the library unpacks a program for this machine.
     *
     * @throws StartRefused if the folder for temporary files does not let it
     */
    static void prepare() {
        try {
            packed(new byte[1]);
        } catch (LinkageError | RuntimeException cannotBeLoaded) {
            throw new StartRefused(
                    "Tidslinjernes sider kan ikke pakkes, da et bibliotek ikke kan lægges i eller køres fra mappen til"
                            + " midlertidige filer. Peg på en anden: EFFEKTSPOR_JAVA_OPTIONS=-Djava.io.tmpdir=MAPPE",
                    "The pages of timelines cannot be packed, since a library can be neither put into nor run from the"
                            + " folder for temporary files. Name another: EFFEKTSPOR_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER",
                    cannotBeLoaded);
        }
    }

    static byte[] packed(byte[] text) {
        return Zstd.compress(text, LEVEL);
    }

    static byte[] unpacked(byte[] packed) {
        return Zstd.decompress(packed, Math.toIntExact(Zstd.getFrameContentSize(packed)));
    }
}
