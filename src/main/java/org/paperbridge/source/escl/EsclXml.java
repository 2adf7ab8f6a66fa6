package org.paperbridge.source.escl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Answers of a scanner. Elements are found by their local names, as devices disagree about namespaces. */
final class EsclXml {

    private final Element root;

    private EsclXml(Element root) {
        this.root = root;
    }

    /** @throws IOException when it is no XML; document types and entities are refused */
    static EsclXml parse(byte[] answer) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return new EsclXml(builder.parse(new ByteArrayInputStream(answer)).getDocumentElement());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("The scanner's answer is no XML", e);
        }
    }

    /** The first element of a name, anywhere below. */
    Optional<EsclXml> find(String name) {
        return list(name).stream().findFirst();
    }

    List<EsclXml> list(String name) {
        NodeList nodes = root.getElementsByTagNameNS("*", name);
        List<EsclXml> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(new EsclXml((Element) nodes.item(i)));
        }
        return found;
    }

    /** Text of the first element of a name; empty when there is none. */
    String text(String name) {
        return find(name).map(EsclXml::text).orElse("");
    }

    String text() {
        return root.getTextContent().strip();
    }

    /** Whole number in the first element of a name. */
    Optional<Integer> number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,7}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Without one, the parser prints to standard error. */
    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) {}

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
