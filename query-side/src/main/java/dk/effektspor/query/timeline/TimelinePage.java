package dk.effektspor.query.timeline;

import dk.effektspor.query.platform.Paging;
import dk.effektspor.query.platform.VersionedView;
import dk.effektspor.shared.casefile.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a case's timeline. The entries are kept as they were written: adding one must not cost the reading of all the
 * others.
 *
 * @param lines one per {@link TimelineEntry}, in recording order
 */
record TimelinePage(CaseId caseId, long page, List<byte[]> lines, long version) implements VersionedView {

    /** Small, since the page that is not yet full is written anew, uncompressed, with each of its events. */
    static final int SIZE = 16;

    private static final int ORDINARY = 1 << 15;

    static final Paging PAGING = new Paging() {
        @Override
        public String documentOf(CaseId caseId, long version) {
            return id(caseId, pageOf(version));
        }

        @Override
        public @Nullable String documentBefore(CaseId caseId, long version) {
            long page = pageOf(version);
            return page == 0 ? null : id(caseId, page - 1);
        }
    };

    /** Sixteen entries of a kilobyte are an ordinary page; a note may have twenty thousand signs. */
    @Override
    public int weight() {
        int bytes = 0;
        for (byte[] line : lines) {
            bytes += line.length;
        }
        return 1 + bytes / ORDINARY;
    }

    static long pageOf(long version) {
        return (version - 1) / SIZE;
    }

    static String id(CaseId caseId, long page) {
        return caseId + "/" + page;
    }
}
