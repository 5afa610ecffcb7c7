// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One paper on its way from markup to a PDF. */
final class Sheets {
  /** What a reader's window says: nothing about anybody. */
  private static final String TITLE = "Paper";
  /** Sheets to be cut apart begin so; they use the page to its edge and have no number. */
  private static final String LEAVES = "<div class=\"leaf\">";
  private static final String TO_THE_EDGE = "@page { margin: 8mm; @bottom-center { content: none; } }";
  private static final String STYLE = text("/paper/paper.css");
  /** The faces in the order in which a letter is looked for in them. */
  private static final List<Face> FACES = List.of(new Face("Latin", "atkinson-latin-400.ttf", 400),
      new Face("Latin", "atkinson-latin-700.ttf", 700), new Face("Latin Ext", "atkinson-latin-ext-400.ttf", 400),
      new Face("Latin Ext", "atkinson-latin-ext-700.ttf", 700), new Face("World", "dejavu-sans.ttf", 400));

  private static final List<String> LINES_OF_TEXT = List.of("p", "h1", "h2", "li", "td", "th");
  private final String body;
  private final Locale language;
  private final PaperSize size;

  static {
    XRLog.setLoggingEnabled(false); // it would write down what people typed
  }

  Sheets(String body, Locale language, PaperSize size) {
    this.body = body;
    this.language = language;
    this.size = size;
  }

  private record Face(String family, String file, int weight) {}

  /** Thrown from within the renderer when a page too many begins, or nobody waits any more. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The PDF; absent if it has too many pages. */
  Optional<byte[]> pdf() throws IOException {
    try (var renderer = builder().buildPdfRenderer()) {
      renderer.layout();
      try (PDDocument made = renderer.createPDFKeepOpen()) {
        sayNothingOfItself(made);
        var bytes = new ByteArrayOutputStream();
        made.save(bytes);
        return Optional.of(bytes.toByteArray());
      }
    } catch (Enough e) {
      return Optional.empty();
    }
  }

  private PdfRendererBuilder builder() {
    var builder = new PdfRendererBuilder();
    builder.withW3cDocument(document(), null);
    builder.useUnicodeBidiSplitter(Writing.Splitter::new);
    builder.useUnicodeBidiReorderer(new Writing.Reorderer());
    builder.useUriResolver((_, uri) -> uri.startsWith(Paper.IMAGE) ? uri : null);
    for (var when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, _) -> uri.startsWith(Paper.IMAGE), when);
    }
    builder.usePageSupplier(Sheets::page);
    for (Face face : FACES) {
      builder.useFont(() -> opened("/paper/" + face.file()), face.family(), face.weight(), FontStyle.NORMAL, true);
    }
    return builder;
  }

  private static PDPage page(PDDocument document, float width, float height, int number, int shadow) {
    if (document.getNumberOfPages() >= Paper.MOST_PAGES || Thread.currentThread().isInterrupted()) {
      throw new Enough();
    }
    var page = new PDPage(new PDRectangle(width, height));
    document.addPage(page);
    return page;
  }

  /** Neither who made it, nor when, nor with what. */
  private static void sayNothingOfItself(PDDocument made) {
    var information = new PDDocumentInformation();
    information.setTitle(TITLE);
    information.setProducer(TITLE);
    made.setDocumentInformation(information);
    made.getDocumentCatalog().setMetadata(null);
    made.setDocumentId(0L);
  }

  private Document document() {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(whole())));
      LINES_OF_TEXT.forEach(tag -> direct(document.getElementsByTagName(tag)));
      return document;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("a template for paper is well-formed", e);
    }
  }

  /** Each line of text goes the way its own writing goes, whatever language the page is in. */
  private static void direct(NodeList lines) {
    for (int at = 0; at < lines.getLength(); at++) {
      if (lines.item(at) instanceof Element line
          && Bidi.getBaseDirection(line.getTextContent()) == Bidi.RTL) {
        line.setAttribute("dir", "rtl");
      }
    }
  }

  private String whole() {
    return "<html lang=\"" + language.toLanguageTag() + "\"><head><title>" + TITLE + "</title><style>@page { size: "
        + size.css() + "; }\n" + STYLE + (body.stripLeading().startsWith(LEAVES) ? TO_THE_EDGE : "")
        + "</style></head><body>" + printable(body) + "</body></html>";
  }

  /** Without characters that no XML may have, and without those that turn the direction of what stands around them. */
  static String printable(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(Sheets::printable).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean printable(int c) {
    boolean blank = c == '\t' || c == '\n' || c == '\r';
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    boolean never = c < 0x20 || Character.getType(c) == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF;
    return blank || !(turns || never);
  }

  private static InputStream opened(String file) {
    return Objects.requireNonNull(Sheets.class.getResourceAsStream(file), "comes with the product");
  }

  private static String text(String file) {
    try (var in = opened(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the style of paper comes with the product", e);
    }
  }
}
