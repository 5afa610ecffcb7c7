// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audited;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.Pictures;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** Photos and letters come with a report, are made safe, and are seen by whom they are for. */
@ExtendWith(ProductExtension.class)
class EvidenceTest {
  private static final byte[] LETTER = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(US_ASCII);

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static byte[] content(FoundedLocal local, UUID grievance, UUID file) {
    return local
        .read(() -> Product.shared().bean(FileStore.class).content(new SubjectRef("grievance", grievance), file));
  }

  private static String page(FoundedLocal local, UUID grievance) { return local.path("grievances/" + grievance); }

  @Test
  void keepsAPhotographWithoutItsPlaceAndNotesEachLook(FoundedLocal local) throws Exception {
    byte[] photograph = Pictures.photograph(320, 240, 6);
    var form = PublicForm.open(local);
    assertThat(form.send(List.of(PublicForm.file("IMG_1.jpg", photograph)), "No heat", "tst:1").status())
        .isEqualTo(200);
    UUID grievance = PublicForm.newest(local).id();
    var file = PublicForm.files(local, grievance).getFirst();
    var organiser = local.founder().visitor();
    assertThat(organiser.get(page(local, grievance)).body()).contains("IMG_1.jpg", "/files/" + file.id());
    var answer = organiser.get(page(local, grievance) + "/files/" + file.id());
    assertThat(answer.header("Content-Type")).contains("image/jpeg");
    assertThat(answer.header("Content-Disposition")).contains("inline; filename=\"picture.jpg\"");
    assertThat(answer.header("Content-Security-Policy")).contains("sandbox; default-src 'none'");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(new String(content(local, grievance, file.id()), ISO_8859_1)).startsWith("\u00FF\u00D8\u00FF")
        .doesNotContain("Exif", "PlantedCam", "MotionPhoto_Data");
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photograph));
    var audited = Audited.in(local);
    assertThat(audited).anyMatch(entry -> entry.contains("evidence-added") && entry.contains(hash));
    assertThat(audited).filteredOn(entry -> entry.contains("evidence-seen")).hasSize(1);
  }

  @Test
  void keepsALetterAsItIsAndOnlyHandsItOut(FoundedLocal local) {
    PublicForm.open(local).send(List.of(PublicForm.file("carta.pdf", LETTER)), "No heat", "tst:1");
    UUID grievance = PublicForm.newest(local).id();
    UUID file = PublicForm.files(local, grievance).getFirst().id();
    var answer = local.founder().visitor().get(page(local, grievance) + "/files/" + file);
    assertThat(answer.body()).isEqualTo(new String(LETTER, US_ASCII));
    assertThat(answer.header("Content-Disposition")).contains("attachment; filename=\"letter.pdf\"");
    assertThat(answer.header("Content-Security-Policy")).contains("sandbox; default-src 'none'");
  }

  @Test
  void liesSealedInTheDatabase(FoundedLocal local) {
    PublicForm.open(local).send(List.of(PublicForm.file("carta.pdf", LETTER)), "No heat", "tst:1");
    byte[] row = local.read(() -> Product.shared()
        .bean(JdbcClient.class)
        .sql("select content || name || original from platform.file where local_id = ?")
        .param(local.id().value())
        .query(byte[].class)
        .single());
    assertThat(new String(row, ISO_8859_1)).doesNotContain("PDF", "carta", "EOF");
  }

  static Stream<Arguments> whatIsNoPhoto() {
    byte[] program = Pictures.joined("\u007FELF\2\1\1".getBytes(ISO_8859_1), new byte[400]);
    return Stream.of(Arguments.of("holiday.jpg", program, "is a program"),
        Arguments.of("run.png", "#!/bin/sh\nrm -rf /\n".getBytes(US_ASCII), "is a program"),
        Arguments.of("drawing.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            .getBytes(US_ASCII), "none of the files"),
        Arguments.of("page.pdf", Pictures.joined("<html><script>alert(1)</script>".getBytes(US_ASCII), LETTER),
            "none of the files"),
        Arguments.of("both.pdf", Pictures.joined("PK\3\4".getBytes(US_ASCII), LETTER), "none of the files"),
        Arguments.of("setup.pdf", Pictures.joined("MZ\0\0".getBytes(US_ASCII), LETTER), "none of the files"),
        Arguments.of("cut.pdf", "%PDF-1.4\n1 0 obj<<>>".getBytes(US_ASCII), "damaged or cut short"),
        Arguments.of("photo.heic", "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(ISO_8859_1), "is a HEIC photo"),
        Arguments.of("nothing.jpg", new byte[0], "is empty"),
        Arguments.of("bomb.png", Pictures.pngOfBlack(60_000, 60_000, 1_000), "more pixels"),
        Arguments.of("lie.png", Pictures.pngOfBlack(6_000, 6_000, 400_000_000L), "too much memory"),
        Arguments.of("large.pdf", Pictures.joined(LETTER, new byte[FileIntake.MOST_BYTES]), "is too large"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsNoPhoto")
  void refusesWhatCannotBeMadeSafeAndLosesNothingTyped(String name, byte[] content, String why) {
    var local = Product.shared().found();
    var form = PublicForm.open(local);
    var answer = form.send(List.of(PublicForm.file(name, content)), "No heat since Monday", "tst:1", "amount", "120",
        "contact", "555 0199");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"files-error\"", name, why, "No heat since Monday", "11 Tester St.",
        "value=\"120\"", "555 0199", "value=\"" + form.once() + "\"");
    assertThat(PublicForm.kept(local)).isZero();
    assertThat(PublicForm.reports(local)).isZero();
  }

  @Test
  void writesAPictureThatIsSomethingElseBesideAnew(FoundedLocal local) {
    byte[] polyglot = Pictures.joined(Pictures.png(40, 30), "<script>alert(1)</script>PK\3\4".getBytes(US_ASCII));
    PublicForm.open(local).send(List.of(PublicForm.file("a.png", polyglot)), "No heat", "tst:1");
    UUID grievance = PublicForm.newest(local).id();
    var file = PublicForm.files(local, grievance).getFirst();
    assertThat(new String(content(local, grievance, file.id()), ISO_8859_1)).contains("PNG")
        .doesNotContain("script", "PK\3\4");
  }

  @Test
  void refusesAFloodBeforeAByteOfItIsRead(Product product, FoundedLocal local) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), product.url().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream()
          .write(("POST /r/" + local.handle() + "/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400000000\r\n"
              + "Content-Type: multipart/form-data; boundary=x\r\n\r\n").getBytes(US_ASCII));
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), product.url().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream()
          .write(("POST /r/" + local.handle() + "/report HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
              + "Content-Type: multipart/form-data; boundary=x\r\n\r\n").getBytes(US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 411");
    }
  }

  @Test
  void keepsTheGoodFilesOfARefusedFormUntilItIsSentRight(FoundedLocal local) {
    var form = PublicForm.open(local);
    var refused = form.send(
        List.of(PublicForm.photo("stairs.png"), PublicForm.file("x.svg", "<svg/>".getBytes(US_ASCII))), "",
        "tst:1");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Already here", "stairs.png", "told-error", "files-error");
    assertThat(form.send("No heat", "tst:1").body()).contains("/follow-up/");
    assertThat(PublicForm.files(local, PublicForm.newest(local).id())).extracting(FileStore.Kept::name)
        .containsExactly("stairs.png");
  }

  @Test
  void keepsFilesOverTheQuestionWhichPlaceIsMeant(FoundedLocal local) {
    var form = PublicForm.open(local);
    assertThat(form.send(List.of(PublicForm.photo("stairs.png")), "No heat", "").body()).contains("tst:1",
        "One file goes with it");
    form.send("No heat", "tst:1");
    assertThat(PublicForm.files(local, PublicForm.newest(local).id())).hasSize(1);
  }

  @Test
  void leavesOutWhatIsTickedAway(FoundedLocal local) {
    var form = PublicForm.open(local);
    form.send(List.of(PublicForm.photo("one.png"), PublicForm.photo("two.png")), "", "tst:1");
    UUID first = local.read(() -> Product.shared().bean(Evidence.class).ofForm(UUID.fromString(form.once())))
        .getFirst()
        .id();
    form.send(List.of(PublicForm.file("", new byte[0])), "No heat", "tst:1", "without", first.toString(), "without",
        "<script>");
    assertThat(PublicForm.files(local, PublicForm.newest(local).id())).extracting(FileStore.Kept::name)
        .containsExactly("two.png");
  }

  @Test
  void takesNoMoreThanFive(FoundedLocal local) {
    var form = PublicForm.open(local);
    var six = form.send(Collections.nCopies(6, PublicForm.photo("a.png")), "No heat", "tst:1");
    assertThat(six.status()).isEqualTo(422);
    assertThat(six.body()).contains("At most 5 files", "No heat");
    assertThat(PublicForm.kept(local)).isZero();
    form.send(Collections.nCopies(3, PublicForm.photo("a.png")), "", "tst:1");
    assertThat(form.send(Collections.nCopies(3, PublicForm.photo("b.png")), "No heat", "tst:1").body())
        .contains("At most 5 files");
    assertThat(PublicForm.kept(local)).isEqualTo(5);
    form.send("No heat", "tst:1");
    assertThat(PublicForm.files(local, PublicForm.newest(local).id())).hasSize(5);
  }

  @Test
  void keepsAFormSentTwiceOnce(FoundedLocal local) {
    var form = PublicForm.open(local);
    String link = PublicForm.link(form.send(List.of(PublicForm.photo("a.png")), "No heat", "tst:1"));
    assertThat(PublicForm.link(form.send(List.of(PublicForm.photo("a.png")), "No heat", "tst:1"))).isEqualTo(link);
    assertThat(PublicForm.reports(local)).isEqualTo(1);
    assertThat(PublicForm.kept(local)).isEqualTo(1);
  }

  @Test
  void looksAtFilesOutsideTransactionsOnly(Product product, FoundedLocal local) {
    assertThatThrownBy(() -> local.write(() -> {
      try {
        return product.bean(FileIntake.class).take(new MockMultipartFile("files", new byte[]{1}));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    })).isInstanceOf(IllegalStateException.class).hasMessageContaining("outside a transaction");
  }
}
