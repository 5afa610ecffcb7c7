// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.Context;
import org.groundwork.ballot.internal.role.Credential;
import org.groundwork.ballot.internal.verify.BallotCheck;

/**
 * Makes ballots in Chromium with the booth's page, as a voter does: one in a page that was just opened, so that nothing is
 * warm. One of ten candidates in the group Ed25519 under 200 ms, and under 1.5 s where Chromium makes the processor six times
 * slower; encrypting, proving and the booth's own verification of the ballot together. Measured on the page's thread, since
 * Chromium slows no worker down. Every ballot is verified. Exit 1 if a bound is missed.
 *
 * <p>
 * Arguments: how often (9). The browser is the one that {@code GROUNDWORK_CHROMIUM} names, or Debian's.
 */
public final class BoothBench {
  private static final String UUID = "7bT2kQw9XzLmPc";
  private static final int SLOWER = 6;
  private static final Randomness RANDOM = Randomness.secure();
  private static final List<String> FILES = List.of("booth.html", "booth.css", "booth.js", "page.js", "page-texts.js");
  private static final String MAKE = """
      async ({ election, credential, votes, plain }) => {
        const fill = plain ? (bytes) => crypto.getRandomValues(bytes) : undefined;
        const booth = GroundworkBooth.open({ fill });
        const start = performance.now();
        await booth.read(election);
        const read = performance.now();
        await new Promise((done) => setTimeout(done, 1000));
        const begun = performance.now();
        const { text } = await booth.make(credential, votes);
        return { text, read: read - start, make: performance.now() - begun };
      }""";
  private static boolean kept = true;

  private BoothBench() {}

  private record Case(ElectionText election, String text, Context context, Secret credential,
      List<List<Integer>> votes) {}

  private record Took(double read, double make) {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 1 || (arguments.length == 1 && !arguments[0].matches("[1-9]\\d?"))) {
      System.err.println("usage: booth [TIMES]");
      System.exit(2);
    }
    int times = arguments.length == 1 ? Integer.parseInt(arguments[0]) : 9;
    Path folder = Files.createTempDirectory("booth");
    try (Playwright playwright = Playwright
        .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium()
            .launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getenv().getOrDefault("GROUNDWORK_CHROMIUM", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      String page = unpack(folder);
      System.out.println("Chromium " + browser.version() + ", milliseconds, each in a page just opened");
      Case ten = added("Ed25519");
      bound("Ed25519, 10 candidates", run(browser, page, ten, times, true, 1), 200);
      bound("Ed25519, 10 candidates, processor 6 times slower", run(browser, page, ten, times, true, SLOWER), 1_500);
      say("Ed25519, 10 candidates, in a worker", run(browser, page, ten, times, false, 1));
      say("BELENIOS-2048, 10 candidates", run(browser, page, added("BELENIOS-2048"), times, true, 1));
      say("Ed25519, ranking of 10", run(browser, page, ranking("Ed25519"), times, true, 1));
      say("RFC-3526-2048, ranking of 10", run(browser, page, ranking("RFC-3526-2048"), times, true, 1));
    } finally {
      for (String each : FILES) {
        Files.deleteIfExists(folder.resolve(each));
      }
      Files.delete(folder);
    }
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  /** The files of the page on the disk, out of the library; the page's address. */
  private static String unpack(Path folder) throws IOException {
    for (String each : FILES) {
      try (InputStream file = Objects
          .requireNonNull(Secret.class.getResourceAsStream("/org/groundwork/ballot/booth/" + each), each)) {
        Files.copy(file, folder.resolve(each));
      }
    }
    return folder.resolve("booth.html").toUri().toString();
  }

  private static Case added(String group) {
    var question = new Question.Homomorphic("Who", Collections.nCopies(10, "Somebody"), false, 0, 1);
    return with(group, question, List.of(0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
  }

  private static Case ranking(String group) {
    return with(group, new Question.NonHomomorphic("Who", Collections.nCopies(10, "Somebody")),
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  }

  private static Case with(String name, Question question, List<Integer> vote) {
    Group group = Group.named(name).orElseThrow();
    Written key = Written.of(group, group.powerOfSecret(group.g(), RANDOM.below(group.q())));
    String text = ElectionText.write(UUID, "Measured", "", group, key, List.of(question), Optional.empty(),
        Optional.empty());
    ElectionText election = ElectionText.read(text.getBytes(StandardCharsets.UTF_8));
    return new Case(election, text, Context.of(election, 1),
        Credential.generate(Credential.Form.TWENTY_TWO, RANDOM), List.of(vote));
  }

  private static List<Took> run(Browser browser, String address, Case of, int times, boolean plain, int slower) {
    var all = new ArrayList<Took>();
    var check = new BallotCheck(of.election(), of.context(), _ -> true);
    for (int time = 0; time < times; time++) {
      try (BrowserContext context = browser.newContext()) {
        Page page = context.newPage();
        page.navigate(address);
        CDPSession session = context.newCDPSession(page);
        var rate = new JsonObject();
        rate.addProperty("rate", slower);
        session.send("Emulation.setCPUThrottlingRate", rate);
        Map<?, ?> made = (Map<?, ?>) Objects
            .requireNonNull(page.evaluate(MAKE, Map.of("election", of.text(), "credential",
                of.credential().text(SecretAccess.granted()), "votes", of.votes(), "plain", plain)));
        check.checked(((String) Objects.requireNonNull(made.get("text"))).getBytes(StandardCharsets.UTF_8));
        all.add(new Took(number(made, "read"), number(made, "make")));
      }
    }
    return all;
  }

  private static double number(Map<?, ?> made, String name) {
    return ((Number) Objects.requireNonNull(made.get(name))).doubleValue();
  }

  private static void bound(String what, List<Took> times, double most) {
    if (say(what, times) > most) {
      kept = false;
      System.out.printf(Locale.ROOT, "  more than %.0f%n", most);
    }
  }

  private static double say(String what, List<Took> times) {
    double median = median(times.stream().map(Took::make).toList());
    System.out.printf(Locale.ROOT, "%s: ballot %.0f (from %.0f to %.0f), reading the election %.0f, medians of %d%n",
        what,
        median, times.stream().mapToDouble(Took::make).min().orElseThrow(),
        times.stream().mapToDouble(Took::make).max().orElseThrow(), median(times.stream().map(Took::read).toList()),
        times.size());
    return median;
  }

  private static double median(List<Double> times) { return times.stream().sorted().toList().get(times.size() / 2); }
}
