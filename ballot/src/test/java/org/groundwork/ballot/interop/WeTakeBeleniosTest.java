// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.role.Ceremony;
import org.groundwork.ballot.internal.role.Decryption;
import org.groundwork.ballot.internal.role.RecordKeeper;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elections that Belenios 2.0 makes on its command line, alone and with trustees who use what is made here. */
class WeTakeBeleniosTest {
  private static final String ADDED_UP = """
      {"description":"d","name":"n","questions":[\
      {"answers":["Yes","No"],"min":1,"max":1,"question":"Do we strike?"},\
      {"answers":["Ada","Bo"],"blank":true,"min":1,"max":2,"question":"Who speaks for us?"}]}""";
  private static final String RANKED = """
      {"description":"d","name":"n","questions":[{"type":"NonHomomorphic","value":\
      {"answers":["Rent","Repairs"],"question":"What first?"}}]}""";

  private final Randomness randomness = Made.seeded(11);
  @TempDir
  Path folder;
  private BeleniosTool tool;
  private String uuid = "";

  @BeforeEach
  void begin() throws Exception {
    tool = new BeleniosTool(folder);
    uuid = tool.done("", "setup", "generate-token", "--length", "14").strip();
  }

  private void trustees(Group group, int number) throws Exception {
    for (int i = 0; i < number; i++) {
      tool.done("", "setup", "generate-trustee-key", "--group", group.name());
    }
    var keys = new StringBuilder();
    for (Path each : tool.files(".pubkey")) {
      keys.append(Files.readString(each).strip()).append('\n');
    }
    tool.write("public_keys.jsons", keys.toString());
  }

  /** The private credentials, in the order of the voters. */
  private List<String> open(Group group, String template, String... voters) throws Exception {
    tool.write("template.json", template);
    tool.write("voters", String.join("\n", voters) + "\n");
    tool.done("", "setup", "make-trustees");
    tool.done("", "setup", "make-election", "--uuid", uuid, "--group", group.name(), "--template", "template.json");
    tool.done("", "setup", "generate-credentials", "--uuid", uuid, "--group", group.name(), "--file", "voters");
    Files.copy(tool.files(".pubcreds").getFirst(), folder.resolve("public_creds.json"));
    return Files.readAllLines(tool.files(".privcreds").getFirst())
        .stream()
        .map(each -> each.substring(each.lastIndexOf(' ') + 1))
        .toList();
  }

  private String ballot(String credential, String choices) throws Exception {
    tool.write("credential", credential + "\n");
    tool.write("choices", choices);
    return tool.done("", "election", "generate-ballot", "--privcred", "credential", "--ballot", "choices");
  }

  private void close() throws Exception {
    tool.event("EndBallots", "");
    tool.event("EncryptedTally", tool.done("", "election", "compute-encrypted-tally"));
  }

  private void decrypt() throws Exception {
    List<Path> keys = tool.files(".privkey");
    for (int i = 0; i < keys.size(); i++) {
      tool.event("PartialDecryption", tool.done("", "election", "decrypt", "--privkey",
          keys.get(i).getFileName().toString(), "--trustee-id", Integer.toString(i + 1)));
    }
    tool.event("Result", tool.done("", "election", "compute-result"));
  }

  @Test
  void withWeightsBlanksAndRevotesAtEachStage() throws Exception {
    trustees(Groups.BELENIOS_2048, 2);
    List<String> credentials = open(Groups.BELENIOS_2048, ADDED_UP, "a@x,a,1", "b@x,b,1073741823", "c@x,c,1073741824");
    tool.done("", "archive", "init");
    Told.of(tool.record()).is(Verdict.VALID_SO_FAR);
    tool.event("Ballot", ballot(credentials.get(0), "[[1,0],[0,1,1]]"));
    tool.event("Ballot", ballot(credentials.get(1), "[[0,1],[1,0,0]]"));
    tool.event("Ballot", ballot(credentials.get(0), "[[1,0],[1,0,0]]"));
    tool.event("Ballot", ballot(credentials.get(2), "[[1,0],[0,0,1]]"));
    Told.of(tool.record()).is(Verdict.VALID_SO_FAR);
    close();
    Told.of(tool.record()).is(Verdict.VALID_SO_FAR);
    decrypt();
    Told.of(tool.record()).is(Verdict.VALID);
    Story story = Story.read(tool.record());
    assertThat(story.setup().credentials()).as("without the names that follow in its file").doesNotContain(",a\"");
    assertThat(story.all(Story.Result.class).getFirst().text())
        .isEqualTo("{\"result\":[[\"1073741825\",1073741823],[\"1073741824\",0,\"1073741824\"]]}");
    assertThat(rewritten(story)).as("what we write is what it wrote").isEqualTo(story);
  }

  /** The same record with the tally and the result as they are written here. */
  private Story rewritten(Story story) throws IOException {
    var keeper = RecordKeeper.open(tool.record(), 1).state();
    String result = Decryption.result(keeper.election(), keeper.opening(), keeper.weight()).write();
    Story.Tallied tallied = story.all(Story.Tallied.class).getFirst();
    String sized = new Tally.Sized(keeper.voters(),
        Long.toString(keeper.weight()),
        Hash.of(tallied.tally().getBytes(StandardCharsets.UTF_8))).write();
    String weight = sized.replaceAll(".*\"total_weight\":(\"?\\d+\"?).*", "$1");
    return story.with(story.places(Story.Tallied.class).getFirst(),
        new Story.Tallied(tallied.ballots(), weight, keeper.tally().write()))
        .with(story.steps().size() - 1, new Story.Result(result));
  }

  @Test
  void withRankings() throws Exception {
    trustees(Groups.RFC_3526_2048, 1);
    List<String> credentials = open(Groups.RFC_3526_2048, RANKED, "a@x", "b@x");
    tool.done("", "archive", "init");
    tool.event("Ballot", ballot(credentials.get(0), "[[1,2]]"));
    tool.event("Ballot", ballot(credentials.get(1), "[[2,1]]"));
    close();
    Told.of(tool.record()).is(Verdict.VALID_SO_FAR);
    tool.event("Shuffle", tool.done("", "election", "shuffle", "--trustee-id", "1"));
    Told.of(tool.record()).is(Verdict.VALID_SO_FAR);
    tool.event("EndShuffles", "");
    decrypt();
    Told.of(tool.record()).is(Verdict.VALID);
  }

  /** Trustees 1 and 3 use Belenios, trustee 2 what is made here; 2 and 3 open the election. */
  @Test
  void withACeremonyOfItsTrusteesAndOurs() throws Exception {
    Group group = Groups.BELENIOS_2048;
    String[] step = {"setup", "generate-trustee-key-threshold", "--group", group.name(), "--threshold", "2", "--step"};
    var ours = new Ceremony(group, 3, 2, Ceremony.Form.PLAIN);
    Secret seed = Ceremony.seed(randomness);
    tool.done("", with(step, "1"));
    String first = name();
    tool.done("", with(step, "1"));
    String third = tool.files(".key")
        .stream()
        .map(BeleniosTool::stem)
        .filter(each -> !each.equals(first))
        .findFirst()
        .orElseThrow();
    List<SignedMessage> certs = List.of(cert(group, first), ours.cert(seed, 2, randomness), cert(group, third));
    tool.write("certs.jsons", lines(certs.stream().map(WeTakeBeleniosTest::text).toList()));
    var polynomials = List.of(polynomial(group, step, first), ours.polynomial(seed, certs, randomness),
        polynomial(group, step, third));
    var vinputs = ours.vinputs(certs, polynomials);
    var said = List.of(voutput(group, step, first, vinputs.get(0)),
        ours.voutput(seed, certs, vinputs.get(1), randomness),
        voutput(group, step, third, vinputs.get(2)));
    tool.write("public_keys.jsons", "");
    tool.write("threshold.json", text(ours.published(certs, polynomials, said)));
    List<String> credentials = open(group, ADDED_UP, "a@x", "b@x");
    tool.done("", "archive", "init");
    tool.event("Ballot", ballot(credentials.get(0), "[[1,0],[0,1,1]]"));
    close();
    Secret key = Ceremony.privateKey(group, seed, certs.get(1), said.get(1).privateKey());
    RecordKeeper keeper = RecordKeeper.open(tool.record(), 1);
    keeper.decrypted(2, Decryption.part(keeper.state().election(), keeper.state().tally(), key, randomness).write());
    tool.write("sealed", said.get(2).privateKey());
    tool.event("PartialDecryption", tool.done("", "election", "decrypt-threshold", "--key", third + ".key",
        "--decryption-key", "sealed", "--trustee-id", "3"));
    tool.done("", "election", "verify");
    tool.event("Result", tool.done("", "election", "compute-result"));
    tool.done("", "election", "verify");
    Told.of(tool.record()).is(Verdict.VALID);
  }

  private static String[] with(String[] words, String... more) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private String name() throws IOException { return BeleniosTool.stem(tool.files(".key").getFirst()); }

  private SignedMessage cert(Group group, String name) throws IOException {
    return SignedMessage.read(group.q(), Made.json(tool.read(name + ".cert")));
  }

  private Ceremony.Polynomial polynomial(Group group, String[] step, String name) throws Exception {
    return Ceremony.Polynomial.read(group,
        tool.done("", with(step, "3", "--certs", "certs.jsons", "--key", name + ".key"))
            .strip()
            .getBytes(StandardCharsets.UTF_8));
  }

  private Ceremony.Voutput voutput(Group group, String[] step, String name, Ceremony.Vinput vinput) throws Exception {
    return Ceremony.Voutput.read(group,
        tool.done(vinput.write(), with(step, "5", "--certs", "certs.jsons", "--key", name + ".key"))
            .strip()
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String lines(List<String> texts) { return String.join("\n", texts) + "\n"; }

  private static String text(SignedMessage message) {
    var out = new Compact();
    message.write(out);
    return out.toString();
  }

  private static String text(Trustees.Pedersen parameters) {
    String all = new Trustees(List.of(parameters)).write();
    return all.substring("[[\"Pedersen\",".length(), all.length() - 2);
  }
}
