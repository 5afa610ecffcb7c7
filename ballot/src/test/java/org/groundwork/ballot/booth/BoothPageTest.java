// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.role.Credential.Form;
import org.groundwork.ballot.made.Made;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A voter with a phone makes a ballot with the page, from a disk or a server. */
class BoothPageTest {
  private static final Question HOSTILE = new Question.Homomorphic("<img src=x onerror=alert(1)>",
      List.of("<script>alert(2)</script>", "\u202eB " + "long".repeat(60)), false, 1, 1);
  private final TestElection election = TestElection.of("Ed25519",
      List.of(HOSTILE, TestElection.BLANK, TestElection.RANKING), Form.TWENTY_TWO, 1);
  private final String credential = election.credentials().getFirst().text(SecretAccess.granted());
  private static Chromium chromium;

  @BeforeAll
  static void open() { chromium = new Chromium(); }

  @AfterAll
  static void close() { chromium.close(); }

  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
  }

  private static void accessible(Page page) throws IOException {
    try (InputStream axe = Objects.requireNonNull(BoothPageTest.class.getResourceAsStream("/axe.min.js"))) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(page.evaluate("""
        async () => (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations
            .map(rule => `${rule.id}: ${rule.help} ${rule.nodes.map(node => node.html)}`)""")).isEqualTo(List.of());
  }

  private void fill(Page page) {
    page.locator("#election-text").fill(election.text() + "\n");
    page.locator("#election-form button").click();
    assertThat(page.locator("#vote-heading")).isFocused();
    assertThat(page.locator("#fingerprint")).hasText(election.election().fingerprint());
  }

  private static void vote(Page page) {
    page.locator("#choice-0-1").check();
    page.locator("#choice-1-1").check();
    page.locator("#choice-1-3").check();
    page.locator("#choice-2-0").fill("2");
    page.locator("#choice-2-4").fill("1");
  }

  private String made(Page page) {
    page.locator("#credential").fill(" " + credential + " ");
    page.locator("#make").click();
    assertThat(page.locator("#done-heading")).isFocused();
    String ballot = page.locator("#ballot").inputValue();
    byte[] bytes = ballot.getBytes(StandardCharsets.UTF_8);
    election.check().checked(bytes);
    assertThat(page.locator("#tracker")).hasText(BallotText.tracker(bytes));
    assertThat(page.locator("#credential")).hasValue("");
    return ballot;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void makesABallotOnAPhoneFromADisk(String language, @TempDir Path folder) throws IOException {
    Page page = chromium.page(language);
    assertThat(page.locator("html")).hasAttribute("lang", language);
    accessible(page);
    fill(page);
    vote(page);
    assertThat(page.locator(".button:not(.button--quiet):visible")).hasAttribute("id", "make");
    String ballot = made(page);
    assertThat(page.locator(".button:not(.button--quiet):visible")).hasAttribute("id", "download");
    fits(page);
    accessible(page);

    Path saved = folder.resolve("ballot.json");
    page.waitForDownload(() -> page.locator("#download").click()).saveAs(saved);
    assertThat(Files.readString(saved)).isEqualTo(ballot);
    page.locator("#copy").click();
    assertThat(page.locator("#copied")).not().isEmpty();
    assertThat(chromium.requests()).isNotEmpty().allMatch(each -> each.matches("(file|blob):.*"));
    assertThat(chromium.errors()).isEmpty();
  }

  @Test
  void makesABallotFromAServerThatHearsNothingOfIt() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = SimpleFileServer.createFileServer(address, Chromium.folder().toRealPath(),
        SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      String own = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      Page page = chromium.page("en", own + "booth.html");
      fill(page);
      int before = chromium.requests().size();
      vote(page);
      made(page);
      assertThat(chromium.requests()).allMatch(each -> each.matches(own + "(booth\\.(html|css|js)|page(-texts)?\\.js)"))
          .hasSize(before);
      assertThat(page.workers()).hasSize(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void worksWhereTheBrowserStartsNoWorker() {
    Page page = chromium.page("en");
    page.addInitScript("delete globalThis.Worker");
    page.reload();
    fill(page);
    vote(page);
    made(page);
    assertThat(page.workers()).isEmpty();
  }

  @Test
  void saysThatNoBallotWasMadeIfTheWorkerFails() {
    Page page = chromium.page("en");
    page.addInitScript("const Real = Worker; globalThis.Worker = function () {"
        + " return new Real(URL.createObjectURL(new Blob(['onmessage = () => { throw new Error(\"no memory\"); }']))); }");
    page.reload();
    for (int time = 0; time < 2; time++) {
      page.locator("#election-text").fill(election.text());
      page.locator("#election-form button").click();
      assertThat(page.locator("#election-error")).containsText("no ballot was made");
      assertThat(page.locator("#election-error")).containsText("no memory");
    }
    assertThat(page.locator("#vote")).isHidden();
  }

  @Test
  void mayNotSpeakToAnybodyEvenIfItWanted() {
    Page page = chromium.page("en");
    Object outcome = page.evaluate("""
        () => fetch('https://example.org/').then(() => 'answered', () => 'refused')""");
    assertThat(outcome).isEqualTo("refused");
    assertThat(chromium.errors()).anyMatch(each -> each.contains("Content Security Policy"));
  }

  @Test
  void opensTheElectionAsAFileByItsVeryBytes() {
    Page page = chromium.page("en");
    byte[] bytes = (election.text() + "\n").getBytes(StandardCharsets.UTF_8);
    page.locator("#election-file")
        .setInputFiles(new FilePayload("e.json", "application/json", bytes));
    page.locator("#election-form button").click();
    assertThat(page.locator("#fingerprint"))
        .hasText(ElectionText.fingerprint(bytes));
  }

  @Test
  void findsTheElectionInTheRecord(@TempDir Path folder) throws IOException {
    Made made = Made.in(folder).asks(Made.DELEGATES).voters(2).begin().vote(1, new int[]{0, 1, 0, 0});
    byte[] record = Files.readAllBytes(made.record());
    Page page = chromium.page("en");
    open(page, record);
    assertThat(page.locator("#fingerprint")).hasText(made.election().fingerprint());
    assertThat(page.locator("#vote-heading")).hasText("A house");

    refuses(page, Arrays.copyOf(record, 1_000), "truncated");
    byte[] changed = record.clone();
    int at = new String(record, StandardCharsets.ISO_8859_1).indexOf("A house");
    changed[at] = 'B';
    refuses(page, changed, "name_is_not_the_hash");
    assertThat(page.locator("#election-error")).containsText("Do not vote with it");
    byte[] renamed = record.clone();
    renamed[1_024] = 'x';
    refuses(page, renamed, "not_an_archive");
    refuses(page, new byte[2 << 20], "too_large");
    refuses(page, new byte[]{1, 2}, "malformed");
    open(page, record);
    assertThat(page.locator("#election-error")).isHidden();
    assertThat(page.locator("#vote-heading")).isFocused();
  }

  private static void open(Page page, byte[] file) {
    page.locator("#election-file").setInputFiles(new FilePayload("r.bel", "application/octet-stream", file));
    page.locator("#election-form button").click();
  }

  private static void refuses(Page page, byte[] file, String reason) {
    open(page, file);
    assertThat(page.locator("#election-error")).containsText("[" + reason + "]");
    assertThat(page.locator("#vote")).isHidden();
  }

  @Test
  void saysWhatIsWrongBesideItAndLosesNothing() throws IOException {
    Page page = chromium.page("en");
    page.locator("#election-form button").click();
    assertThat(page.locator("#election-error")).containsText("paste the election’s text first");
    page.locator("#election-text").fill(election.text().replace("\"version\":1", "\"version\":2"));
    page.locator("#election-form button").click();
    assertThat(page.locator("#election-error")).containsText("[unknown_kind]");
    fill(page);
    assertThat(page.locator("#election-error")).isHidden();

    page.locator("#credential").fill(credential);
    page.locator("#make").click();
    assertThat(page.locator("#error-0")).containsText("[impossible_answer: question 1]");
    assertThat(page.locator("#question-0")).isFocused();
    vote(page);
    page.locator("#choice-1-0").check();
    page.locator("#make").click();
    assertThat(page.locator("#error-1")).containsText("question 2");
    page.locator("#choice-1-0").uncheck();
    page.locator("#choice-2-1").fill("6");
    page.locator("#make").click();
    assertThat(page.locator("#error-2")).containsText("from 1 to 5");
    assertThat(page.locator("#choice-2-1")).isFocused();
    page.locator("#choice-2-1").fill("");
    page.locator("#credential").fill(credential.substring(1));
    page.locator("#make").click();
    assertThat(page.locator("#credential-error")).containsText("[bad_credential]");
    assertThat(page.locator("#credential")).isFocused();
    accessible(page);
    fits(page);

    page.locator("#language").click();
    assertThat(page.locator("#make")).hasText("Hacer la papeleta");
    assertThat(page.locator("#choice-2-4")).hasValue("1");
    made(page);
  }

  @Test
  void worksWithTheKeyboardAlone() {
    Page page = chromium.page("en");
    fill(page);
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    assertThat(page.locator("#choice-0-0")).isChecked();
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    assertThat(page.locator("#choice-1-0")).isChecked();
    page.locator("#credential").focus();
    page.keyboard().insertText(credential);
    page.keyboard().press("Enter");
    assertThat(page.locator("#done-heading")).isFocused();
  }

  @Test
  void saysTheSameThingsInBothLanguages() {
    Page page = chromium.page("en");
    assertThat(page.evaluate("""
        () => {
          const names = (texts) => [...Object.keys(texts), ...Object.keys(texts.reasons)].join();
          const used = [...document.querySelectorAll('[data-text]')].map((each) => each.dataset.text);
          return names(BoothTexts.en) === names(BoothTexts.es) && used.every((each) => BoothTexts.en[each]);
        }""")).isEqualTo(true);
  }
}
