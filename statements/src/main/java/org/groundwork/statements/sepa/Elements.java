// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements. */
final class Elements {
  /** Writes what is in an element. */
  interface Content {
    void write() throws XMLStreamException;
  }

  private final XMLStreamWriter to;

  Elements(XMLStreamWriter to) { this.to = to; }

  /** An element with others in it. */
  void in(String name, Content content) throws XMLStreamException {
    to.writeStartElement(name);
    content.write();
    to.writeEndElement();
  }

  /** Elements within one another, by a path with slashes, with a text in the last; nothing if the text is empty. */
  void text(String path, String text) throws XMLStreamException {
    if (text.isEmpty()) {
      return;
    }
    String[] names = path.split("/", -1);
    for (String name : names) {
      to.writeStartElement(name);
    }
    to.writeCharacters(text);
    for (int depth = 0; depth < names.length; depth++) {
      to.writeEndElement();
    }
  }

  /** An amount in euro. */
  void euro(String name, String amount) throws XMLStreamException {
    to.writeStartElement(name);
    to.writeAttribute("Ccy", "EUR");
    to.writeCharacters(amount);
    to.writeEndElement();
  }
}
