// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked, and for whom credentials are made. */
class BallotNewTest {
  private static final String TEMPLATE = """
      {"description": "All members", "name": "Vote", "administrator": "Ana", "credential_authority": "Ben",
       "questions": [{"answers": ["Yes", "No"], "blank": true, "min": 1, "max": 1, "question": "Agree?"},
                     {"type": "NonHomomorphic", "value": {"answers": ["A", "B"], "question": "Order"}}]}
      """;

  @TempDir
  private Path root = Path.of("");

  @Test
  void takesATemplateOfBelenios() throws IOException {
    Path template = Files.writeString(root.resolve("template.json"), TEMPLATE);
    assertThat(BallotScene.does("new", template, "--folder", root))
        .contains("asks 2 questions, in the group Ed25519");
    assertThat(Files.readString(BallotScene.file(root, ".draft.json"))).contains("\"administrator\":\"Ana\"",
        "\"credential_authority\":\"Ben\"", "\"type\":\"NonHomomorphic\"", "\"blank\":true");
    Path rankings = Files.createDirectories(root.resolve("rankings"));
    assertThat(BallotScene.does("new", template, "--belenios-2", "--folder", rankings))
        .contains("in the group RFC-3526-2048");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "\"blank\"|\"blnak\"|questions 1: there is no \"blnak\" here",
      "\"max\": 1|\"max\": 3|questions 1: from 1 to 3 of 2 answers cannot be chosen",
      "[\"A\", \"B\"]|[\"A\", \"A\"]|questions 2: the same answer stands twice",
      "\"name\": \"Vote\",||\"name\" is expected", "NonHomomorphic|Lists|a kind of question that is not known here",
      "\"type\"|\"extra\": {}, \"type\"|questions 2: \"extra\", a hint on how to count, is not kept here",
      "{\"description\"|\"description\"|no JSON"})
  void saysWhatIsWrongWithATemplate(String part, String instead, String message) throws IOException {
    Path template = Files.writeString(root.resolve("template.json"),
        TEMPLATE.replace(part, instead == null ? "" : instead));
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "new", template, "--folder", root)).contains(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "--group BELENIOS-2048|the group BELENIOS-2048 cannot hold rankings",
      "--group X25519|\"X25519\" is not known here",
      "--group Ed25519 --belenios-2|Belenios 2.0 does not know Ed25519"})
  void saysWhichGroupCannotDoIt(String options, String message) throws IOException {
    Path template = Files.writeString(root.resolve("template.json"), TEMPLATE);
    var words = new java.util.ArrayList<Object>(java.util.List.of("new", template, "--folder", root));
    words.addAll(java.util.List.of(options.split(" ", -1)));
    assertThat(BallotScene.refused(Exit.BAD_INPUT, words.toArray())).contains(message);
  }

  @Test
  void asksAtATerminalForWhatItNeeds() throws IOException {
    Ran ran = Ran.typed("""

        Our vote
        All members
        Do we strike?
        Yes

        Yes
        No

        maybe
        no
        3
        1

        yes
        Who first?
        Ana
        Ben
        Cleo

        yes

        """, "ballot", "new", "--folder", root.toString());
    assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.GOOD);
    assertThat(ran.err()).contains("Title of the election: ", "something has to be here",
        "a question needs two answers at least", "this answer is there already", "type yes or no",
        "type a number from 0 to 2", "Question 3 (empty if that was all): ");
    assertThat(ran.out()).contains("asks 2 questions, in the group Ed25519");
    assertThat(Files.readString(BallotScene.file(root, ".draft.json"))).contains("\"name\":\"Our vote\"",
        "\"description\":\"All members\"",
        "{\"answers\":[\"Yes\",\"No\"],\"blank\":true,\"min\":1,\"max\":1,\"question\":\"Do we strike?\"}",
        "{\"answers\":[\"Ana\",\"Ben\",\"Cleo\"],\"question\":\"Who first?\"}");
  }

  @Test
  void asksNothingWhereNobodyIsAtATerminal() {
    assertThat(BallotScene.refused(Exit.USAGE, "new", "--folder", root)).contains("name a TEMPLATE.json");
    Ran ran = Ran.typed("Our vote\n", "ballot", "new", "--folder", root.toString());
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("nothing more comes in: What voters are told of it");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void saysWhatIsWrongWithAListOfVoters() throws IOException {
    var scene = new BallotScene(root);
    scene.begins("--question", "Agree?", "--answer", "Yes", "--answer", "No");
    for (String[] each : new String[][]{{"Ana\nAna\n", "line 2: \"Ana\" stands twice"},
        {"\n\n", "from 1 to 2000000 voters are expected"}, {"A\tB\n", "line 1: a name of 1 to 200 characters"}}) {
      Path voters = Files.writeString(root.resolve("voters.txt"), each[0]);
      assertThat(BallotScene.refused(Exit.USAGE, "credentials", "make", scene.draft(), "--voters", voters, "--folder",
          root)).contains(each[1]);
    }
    Path voters = Files.writeString(root.resolve("voters.txt"), "Ana, 3\nBen, 0\n");
    assertThat(BallotScene.refused(Exit.USAGE, "credentials", "make", scene.draft(), "--voters", voters, "--weights",
        "--folder", root)).contains("line 2: a name, a comma and a weight above 0");
    assertThat(BallotScene.refused(Exit.USAGE, "credentials", "make", scene.draft(), "--folder", root))
        .contains("say for whom");
  }

  @Test
  void makesTheLongFormForNobodyWhoseToolDoesNotKnowIt() throws IOException {
    var scene = new BallotScene(root);
    scene.begins("--belenios-2", "--question", "Agree?", "--answer", "Yes", "--answer", "No");
    assertThat(BallotScene.refused(Exit.USAGE, "credentials", "make", scene.draft(), "--number", 1, "--form", 22))
        .contains("takes only --form 15");
    scene.hasVoters(2);
    assertThat(scene.credential(1)).matches("(\\w{3}-){4}\\w{3}");
  }
}
