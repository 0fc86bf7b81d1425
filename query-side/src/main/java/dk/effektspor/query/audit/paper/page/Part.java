package dk.effektspor.query.audit.paper.page;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A part of a paper under construction. Every text becomes a text node, so that nothing in it can be taken for markup. */
public final class Part {

    private final Element element;

    Part(Element element) {
        this.element = element;
    }

    /** Adds an empty part and returns it. */
    public Part add(String name) {
        return add(name, null);
    }

    /** @param look the class by which the style sheet knows it */
    public Part add(String name, @Nullable String look) {
        Element added = element.getOwnerDocument().createElement(name);
        element.appendChild(added);
        Part part = new Part(added);
        return look == null ? part : part.with("class", look);
    }

    public Part with(String attribute, String value) {
        element.setAttribute(attribute, value);
        return this;
    }

    /** Adds text as it can be drawn; a line's end in it stays one. */
    public Part say(String text) {
        for (PrintableText.Run run : PrintableText.of(text)) {
            switch (run.kind()) {
                case PLAIN -> element.appendChild(element.getOwnerDocument().createTextNode(run.text()));
                case CODES -> add("span", "code").element.setTextContent(run.text());
                case BREAK -> add("br");
            }
        }
        return this;
    }

    /** Adds a part that holds nothing but this text. */
    public Part say(String name, @Nullable String look, String text) {
        add(name, look).say(text);
        return this;
    }

    /** Adds text of our own that must stand to the letter. */
    Part raw(String text) {
        element.appendChild(element.getOwnerDocument().createTextNode(text));
        return this;
    }
}
