package dk.effektspor.query.audit.paper.page;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * A line ends after a space and nowhere else, unless a word is longer than the line. Java's own rule takes Danish quotation
 * marks for the other way round and would begin a line with the closing one.
 */
final class LineEnds implements FSTextBreaker {

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        int space = text.indexOf(' ', at);
        if (space < 0 || space + 1 >= text.length()) {
            return -1;
        }
        at = space + 1;
        return at;
    }
}
