// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An election played through the commands alone: a folder for each role, and files that go from hand to hand. */
final class BallotScene {
  final Path root;
  final Path officer;
  final Path credentials;
  final Path voters;
  private final List<Path> trusteeFiles = new ArrayList<>();
  private final List<Path> decryptions = new ArrayList<>();

  BallotScene(Path root) throws IOException {
    this.root = root;
    this.officer = Files.createDirectories(root.resolve("officer"));
    this.credentials = Files.createDirectories(root.resolve("credentials"));
    this.voters = Files.createDirectories(root.resolve("voters"));
  }

  /** Runs a step with something typed. */
  static Ran typing(String typed, Object... words) {
    String[] args = Stream.concat(Stream.of("ballot"), Arrays.stream(words).map(Object::toString))
        .toArray(String[]::new);
    return Ran.of(typed, args);
  }

  /** Runs a step that has to succeed, and returns what it said. */
  static String does(Object... words) {
    Ran ran = typing("", words);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(Exit.GOOD);
    return ran.out();
  }

  /** Runs a step that has to be refused with this code, and returns what it said. */
  static String refused(int exit, Object... words) {
    Ran ran = typing("", words);
    assertThat(ran.exit()).isEqualTo(exit);
    return ran.err();
  }

  Path trustee(int number) throws IOException { return Files.createDirectories(root.resolve("trustee" + number)); }

  /** The one file in a folder whose name ends so. */
  static Path file(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(each -> each.toString().endsWith(end)).toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  void begins(Object... questions) {
    does(Stream.concat(Stream.of("new", "--folder", officer, "--name", "Our vote"), Stream.of(questions)).toArray());
  }

  Path draft() throws IOException { return file(officer, ".draft.json"); }

  Path key(int number) throws IOException { return file(trustee(number), ".key.SECRET.json"); }

  Path record() throws IOException { return file(officer, ".bel"); }

  void hasVoters(int number) throws IOException {
    does("credentials", "make", draft(), "--number", number, "--folder", credentials);
  }

  void hasVoters(String lines) throws IOException {
    Path file = Files.writeString(root.resolve("voters.txt"), lines);
    does("credentials", "make", draft(), "--voters", file, "--weights", "--folder", credentials);
  }

  String credential(int voter) throws IOException {
    List<String> lines = Files.readAllLines(file(credentials, ".credentials.SECRET.txt"), StandardCharsets.UTF_8);
    return lines.get(voter - 1).split("\t", -1)[2];
  }

  /** Trustees without whom nothing is opened. */
  void hasSingleTrustees(int... numbers) throws IOException {
    for (int number : numbers) {
      does("trustee", "key", draft(), "--folder", trustee(number));
      trusteeFiles.add(file(trustee(number), ".key.for-returning-officer.json"));
    }
  }

  /** What trustees of a ceremony say first, brought together. */
  Path certificates(int first, int size, int enough) throws IOException {
    var certificates = new ArrayList<Object>(List.of("ceremony", "collect", draft(), "--enough", enough, "--folder",
        officer));
    for (int i = 1; i <= size; i++) {
      Path folder = trustee(first + i - 1);
      does("trustee", "certificate", draft(), "--number", i, "--trustees", size, "--enough", enough, "--folder",
          folder);
      certificates.add(file(folder, ".certificate-" + i + ".for-returning-officer.json"));
    }
    does(certificates.toArray());
    return file(officer, ".certificates.for-trustees.json");
  }

  /** What they say next. */
  List<Path> polynomials(Path certificates, int first, int size) throws IOException {
    var polynomials = new ArrayList<Path>();
    for (int i = 1; i <= size; i++) {
      Path folder = trustee(first + i - 1);
      does("trustee", "polynomial", draft(), certificates, "--seed", seed(first + i - 1), "--folder", folder);
      polynomials.add(file(folder, ".polynomial-" + i + ".for-returning-officer.json"));
    }
    return polynomials;
  }

  Path seed(int trustee) throws IOException { return file(trustee(trustee), ".seed.SECRET.json"); }

  void sorts(Path certificates, List<Path> polynomials) throws IOException {
    var words = new ArrayList<Object>(List.of("ceremony", "sort", draft(), certificates, "--folder", officer));
    words.addAll(polynomials.reversed());
    does(words.toArray());
  }

  /** Trustees of whom some are enough. */
  void hasCeremony(int first, int size, int enough) throws IOException {
    Path certificates = certificates(first, size, enough);
    List<Path> polynomials = polynomials(certificates, first, size);
    sorts(certificates, polynomials);
    var words = new ArrayList<Object>(List.of("ceremony", "publish", draft(), certificates, "--folder", officer,
        "--polynomial"));
    words.addAll(polynomials);
    words.add("--share");
    for (int i = 1; i <= size; i++) {
      Path folder = trustee(first + i - 1);
      does("trustee", "check", draft(), certificates, file(officer, ".input-" + i + ".for-trustee-" + i + ".json"),
          "--seed", seed(first + i - 1), "--folder", folder);
      words.add(file(folder, ".share-" + i + ".for-returning-officer.json"));
    }
    does(words.toArray());
    trusteeFiles.add(file(officer, ".ceremony.for-record.json"));
  }

  List<Path> trusteeFiles() { return trusteeFiles; }

  /** Tries the keys of so many trustees. */
  String triesKeys(int trustees) throws IOException {
    var words = new ArrayList<Object>(List.of("trial", "new", draft(), "--folder", officer));
    words.addAll(trusteeFiles);
    does(words.toArray());
    Path trial = file(officer, ".trial.for-trustees.json");
    var check = new ArrayList<Object>(List.of("trial", "check", draft(), trial));
    for (int number = 1; number <= trustees; number++) {
      does("trial", "decrypt", draft(), trial, "--key", key(number), "--folder", trustee(number));
      check.add(file(trustee(number), ".trial-part-" + number + ".for-returning-officer.json"));
    }
    return does(check.toArray());
  }

  void opens() throws IOException {
    var words = new ArrayList<Object>(List.of("open", draft(), "--credentials", publicList(), "--folder", officer));
    words.addAll(trusteeFiles);
    does(words.toArray());
  }

  Path publicList() throws IOException { return file(credentials, ".credentials.for-returning-officer.json"); }

  /** A voter's ballot, which is returned and not yet received. */
  Path votes(int voter, String... answers) throws IOException {
    Path folder = Files.createTempDirectory(voters, "voter");
    var words = new ArrayList<Object>(List.of("vote", record(), "--credential", "-", "--folder", folder));
    for (String each : answers) {
      words.add("--answer");
      words.add(each);
    }
    Ran ran = typing(credential(voter) + "\n", words.toArray());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Your tracker: ").doesNotContain(credential(voter));
    return file(folder, ".for-returning-officer.json");
  }

  void receives(Path... ballots) throws IOException {
    does(Stream.concat(Stream.of("receive", record()), Stream.of(ballots)).toArray());
  }

  void closes() throws IOException { does("close", record(), "--yes"); }

  void shuffles(int... trustees) throws IOException {
    for (int each : trustees) {
      does("shuffle", record(), "--key", key(each), "--folder", trustee(each));
      does("add", record(), file(trustee(each), ".shuffle-of-trustee-" + each + ".for-returning-officer.json"));
    }
    does("end-shuffles", record());
  }

  void decrypts(int... trustees) throws IOException {
    for (int each : trustees) {
      does("decrypt", record(), "--key", key(each), "--folder", trustee(each));
      Path part = file(trustee(each), ".decryption-of-trustee-" + each + ".for-returning-officer.json");
      does("add", record(), part);
      decryptions.add(part);
    }
  }

  /** The result as it is printed; the record is valid then, and what trustees handed over proves their parts. */
  String result() throws IOException {
    String result = does("result", record());
    assertThat(Ran.of("", "verify", record().toString()).out()).endsWith("\nVALID\n").doesNotContain("FAIL");
    var proved = new ArrayList<String>(List.of("verify", record().toString()));
    decryptions.forEach(each -> proved.addAll(List.of("--decryption", each.toString())));
    assertThat(Ran.of("", proved.toArray(String[]::new)).out()).endsWith("\nVALID\n").contains("ok\tbound\t");
    return result;
  }

  /** What Belenios's own tool, version 2.0, says of the record. */
  String beleniosToolSays() throws IOException, InterruptedException {
    Path alone = Files.createDirectories(root.resolve("alone"));
    Files.copy(record(), alone.resolve(record().getFileName().toString()));
    Path said = root.resolve("said.txt");
    Process tool = new ProcessBuilder("belenios-tool", "election", "verify").directory(alone.toFile())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    assertThat(tool.waitFor()).isZero();
    return Files.readString(said);
  }
}
