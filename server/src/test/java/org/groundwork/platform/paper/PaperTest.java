// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What becomes a PDF, what never gets into one, and what is refused. */
class PaperTest {
  private static final Paper PAPER = new Paper();

  @AfterAll
  static void close() { PAPER.close(); }

  private static byte[] pdf(String body) {
    var made = PAPER.of(body, Locale.ENGLISH, PaperSize.A4);
    assertThat(made).isInstanceOf(Paper.Made.Pdf.class);
    return ((Paper.Made.Pdf) made).bytes();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void writesSpanishPolishRussianAndArabic() throws IOException {
    String written = text(pdf("<p>¿Qué pedimos? Año</p><p>Żółć</p><p>Письмо</p><p dir=\"rtl\">رسالة</p>"));

    assertThat(written).contains("¿Qué pedimos? Año", "Żółć", "Письмо");
    assertThat(java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC)).contains("رسالة");
  }

  @Test
  void loadsNothingFromAnywhere(@TempDir Path folder) throws IOException {
    var asked = Collections.synchronizedList(new ArrayList<String>());
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      asked.add(exchange.getRequestURI().toString());
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.start();
    Path secret = Files.writeString(folder.resolve("secret.css"), "p { display: none }");
    try {
      String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      byte[] made = pdf("<style>@import url('" + http + "a.css'); @import url('" + secret.toUri() + "');"
          + "@font-face { font-family: x; src: url('" + http + "f.ttf') } p { background: url('" + http + "b.png') }"
          + "</style><link rel=\"stylesheet\" href=\"" + http + "c.css\"/><img src=\"" + http + "d.png\" alt=\"\"/>"
          + "<img src=\"" + secret.toUri() + "\" alt=\"\"/><img src=\"//127.0.0.1/e.png\" alt=\"\"/>"
          + "<object data=\"" + http + "o\"></object><p style=\"font-family: x\">Still here</p>");

      assertThat(text(made)).contains("Still here");
      assertThat(asked).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void saysNothingOfItself() throws IOException {
    byte[] made = pdf("<p>Nobody in particular</p>");
    try (PDDocument document = Loader.loadPDF(made)) {
      var about = document.getDocumentInformation();
      assertThat(about.getMetadataKeys()).containsExactlyInAnyOrder("Title", "Producer");
      assertThat(List.of(about.getTitle(), about.getProducer())).containsOnly("Paper");
      assertThat(document.getDocumentCatalog().getMetadata()).isNull();
    }
    assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("CreationDate", "openhtmltopdf",
        System.getProperty("user.dir"), System.getProperty("java.io.tmpdir"));
    assertThat(pdf("<p>Nobody in particular</p>")).isEqualTo(made);
  }

  @Test
  void drawsAnAddressThatPhonesRead() throws Exception {
    String address = "https://example.org/p/0123456789/abcdefghjkmn";
    byte[] made = pdf("<img src=\"" + QrCode.of(address).image() + "\" alt=\"\" style=\"width: 60mm; height: 60mm\"/>");
    try (PDDocument document = Loader.loadPDF(made)) {
      var picture = new org.apache.pdfbox.rendering.PDFRenderer(document).renderImageWithDPI(0, 150);
      int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
      var seen = new BinaryBitmap(new com.google.zxing.common.HybridBinarizer(
          new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots)));
      assertThat(new com.google.zxing.qrcode.QRCodeReader().decode(seen).getText()).isEqualTo(address);
    }
  }

  @Test
  void breaksLongWordsAndLeavesOutWhatNoPaperTakes() throws IOException {
    String written = text(pdf("<p>before \u0001\u202Eevil\uFFFF after</p><p>" + "x".repeat(900) + "</p>"));

    assertThat(written).contains("before evil after");
    assertThat(written.lines().filter(line -> line.startsWith("xxx")).count()).isGreaterThan(5);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(PAPER.of("<p>line</p>".repeat(8000), Locale.ENGLISH, PaperSize.A4))
        .isInstanceOf(Paper.Made.TooLong.class);
    assertThat(PAPER.of("x".repeat(Paper.MOST_TEXT + 1), Locale.ENGLISH, PaperSize.A4))
        .isInstanceOf(Paper.Made.TooLong.class);
    assertThat(PAPER.of("<p>and goes on</p>", Locale.ENGLISH, PaperSize.A4)).isInstanceOf(Paper.Made.Pdf.class);
  }

  @Test
  void waitsNoLongerThanItMay() {
    try (var hurried = new Paper(Duration.ofMillis(1))) {
      assertThat(hurried.of("<p>line</p>".repeat(2000), Locale.ENGLISH, PaperSize.A4))
          .isInstanceOf(Paper.Made.Busy.class);
    }
  }

  @Test
  void isMadeOutsideATransaction() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    try {
      assertThatThrownBy(() -> PAPER.of("<p>x</p>", Locale.ENGLISH, PaperSize.A4)).hasMessageContaining("outside");
    } finally {
      TransactionSynchronizationManager.setActualTransactionActive(false);
    }
  }

  @Test
  void takesThePaperOfThePlace() throws IOException {
    assertThat(PaperSize.of(Currency.getInstance("USD"))).isEqualTo(PaperSize.LETTER);
    assertThat(PaperSize.of(Currency.getInstance("EUR"))).isEqualTo(PaperSize.A4);
    var made = (Paper.Made.Pdf) PAPER.of("<p>x</p>", Locale.ENGLISH, PaperSize.LETTER);
    try (PDDocument document = Loader.loadPDF(made.bytes())) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(612f, org.assertj.core.data.Offset.offset(1f));
    }
  }
}
