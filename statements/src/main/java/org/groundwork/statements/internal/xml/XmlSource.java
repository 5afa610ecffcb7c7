// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.xml;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.internal.Bounded;

/**
 * Reads XML element by element. Document types are refused and with them all entities but the five of XML; nesting, texts and the
 * number of elements held at a time are bounded.
 */
public final class XmlSource {
  private static final int DEEPEST = 40;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_NODES = 100_000;

  private final XMLStreamReader reader;
  private int nodes;

  /** Begins to read. */
  public XmlSource(InputStream in) throws BadFile {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    try {
      reader = factory.createXMLStreamReader(new Bounded(in));
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  /** The line where the reader stands. */
  public int line() { return reader.getLocation().getLineNumber(); }

  /** The column where the reader stands. */
  public int column() { return reader.getLocation().getColumnNumber(); }

  /** A defect where the reader stands. */
  public BadFile bad(String message) {
    return BadFile.at(line(), column(), message);
  }

  /** The local name of the element in which the reader stands. */
  public String name() { return reader.getLocalName(); }

  /** The namespace of that element; may be empty. */
  public String namespace() {
    String uri = reader.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /**
   * Goes to the next element within the one it is in, past texts; false if that one ends, which is then left.
   */
  public boolean child() throws BadFile {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** Passes over the element the reader has come to. */
  public void skip() throws BadFile {
    int depth = 1;
    while (depth > 0) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw bad("elements are nested deeper than " + DEEPEST);
      }
    }
  }

  /** Reads the element the reader has come to, with all that is in it. */
  public Node node() throws BadFile {
    nodes = 0;
    return node(1);
  }

  private Node node(int depth) throws BadFile {
    if (depth > DEEPEST || ++nodes > MOST_NODES) {
      throw bad("elements are nested deeper than " + DEEPEST + ", or more than " + MOST_NODES + " in one");
    }
    String currency = reader.getAttributeValue(null, "Ccy");
    var node = new Node(reader.getLocalName(), currency == null ? "" : currency.strip(), line(), column());
    StringBuilder text = null;
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        node.add(node(depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text = text == null ? new StringBuilder() : text;
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > LONGEST_TEXT) {
          throw bad("a text is longer than " + LONGEST_TEXT + " characters");
        }
      }
    }
    node.text = text == null || !node.isLeaf() ? "" : text.toString().strip();
    return node;
  }

  private int next() throws BadFile {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw bad("a document type or an entity is not read here, for it could bring in other files");
      }
      return event;
    } catch (XMLStreamException broken) {
      throw broken(broken);
    } catch (java.util.NoSuchElementException end) {
      throw bad("the file ends too soon");
    }
  }

  private static BadFile broken(XMLStreamException broken) {
    for (Throwable each = broken; each != null; each = each.getCause()) {
      if (each instanceof Bounded.TooLong) {
        return BadFile.at(1, 1, "the file is longer than " + Bounded.MOST_STREAMED + " bytes");
      }
    }
    var place = broken.getLocation();
    int line = place == null ? 1 : place.getLineNumber();
    int column = place == null ? 1 : place.getColumnNumber();
    return BadFile.at(line, column, "the XML breaks off or is damaged here, or a document type stands in it");
  }
}
