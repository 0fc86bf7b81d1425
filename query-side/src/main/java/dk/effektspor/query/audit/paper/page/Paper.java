package dk.effektspor.query.audit.paper.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper under construction: its title and language, what stands on its pages, and where its bookmarks lead. */
public final class Paper {

    private static final String STYLE = style();

    private final Document document = empty();
    private final Part body;
    private final Part bookmarks;
    private Part chapter;
    private int places;

    /** @param description one line for the reader's program to show */
    public Paper(String title, String description, Locale language) {
        Element html = document.createElement("html");
        document.appendChild(html);
        Part root = new Part(html).with("lang", language.getLanguage());
        Part head = root.add("head");
        head.say("title", null, title);
        head.add("meta").with("name", "description").with("content", description);
        head.add("style").with("type", "text/css").raw(STYLE);
        this.bookmarks = head.add("bookmarks");
        this.chapter = bookmarks;
        this.body = root.add("body");
    }

    public Part body() {
        return body;
    }

    /** What stands in the foot of every page, beside "page x of y" in the words given. */
    public void foot(String left, String seal, String page, String of) {
        Part foot = body.add("div", "foot");
        foot.say("span", "left", left);
        Part number = foot.add("span", "page");
        number.say(page + " ");
        number.add("span", "number-of-page");
        number.say(" " + of + " ");
        number.add("span", "number-of-pages");
        foot.say("div", "seal-line", seal);
    }

    /** Begins a chapter on a new page. */
    public void chapter(String text) {
        String place = placed(body.add("h2", "chapter"), text);
        chapter = bookmarks.add("bookmark").with("name", text).with("href", place);
    }

    /** Adds a heading to the chapter, with a bookmark under the chapter's. */
    public void heading(String text) {
        String place = placed(body.add("h3", "part"), text);
        chapter.add("bookmark").with("name", text).with("href", place);
    }

    private String placed(Part heading, String text) {
        String place = "p" + places++;
        heading.with("id", place).say(text);
        return "#" + place;
    }

    Document document() {
        return document;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Paper.class.getResourceAsStream("/paper/paper.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
