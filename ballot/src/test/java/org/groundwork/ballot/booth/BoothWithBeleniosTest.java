// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.ballot.Project;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.booth.Booth.Ballot;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.role.RecordKeeper;
import org.groundwork.ballot.internal.verify.BallotCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elections and credentials that Belenios made: the public credentials on its list are those that the booth signs with. */
@Tag("real-data")
class BoothWithBeleniosTest {
  @ParameterizedTest
  @ValueSource(strings = {"single-BELENIOS-2048", "single-Ed25519", "stv-Ed25519", "threshold-Ed25519"})
  void makesABallotOfAnElectionOfBelenios(String name) throws IOException {
    Path record = Project.records("belenios-2.5.1/" + name).getFirst();
    String text = election(record);
    var state = RecordKeeper.open(record, 1).state();
    var check = new BallotCheck(state.election(), state.context(), state.credentials());
    try (var chromium = new Chromium()) {
      var booth = new Booth(chromium.page("en"));
      for (Secret credential : credentials(record)) {
        Ballot ballot = booth.make(text, credential, votes(state.election().questions()));
        assertThat(check.checked(ballot.text().getBytes(StandardCharsets.UTF_8)).credential().text())
            .isEqualTo(ballot.credential());
      }
    }
  }

  /** The first, the last and one between of the private credentials. */
  private static List<Secret> credentials(Path record) throws IOException {
    Matcher found = Pattern.compile("[1-9A-Za-z]{5}-[1-9A-Za-z]{6}-[1-9A-Za-z]{5}-[1-9A-Za-z]{6}")
        .matcher(Files.readString(record.resolveSibling("private_creds.json")));
    var all = new ArrayList<Secret>();
    while (found.find()) {
      all.add(Secret.of(found.group(), SecretAccess.granted()));
    }
    return List.of(all.getFirst(), all.get(all.size() / 2), all.getLast());
  }

  /** As few as may be chosen, the last ones; equal ranks. */
  private static List<int[]> votes(List<Question> questions) {
    var votes = new ArrayList<int[]>();
    for (Question each : questions) {
      switch (each) {
        case Question.Homomorphic question -> {
          var vote = new int[question.choices()];
          for (int i = 0; i < question.min(); i++) {
            vote[vote.length - 1 - i] = 1;
          }
          votes.add(vote);
        }
        case Question.NonHomomorphic question -> votes.add(new int[question.answers().size()]);
      }
    }
    return votes;
  }

  /** The text of the election in a record. */
  private static String election(Path record) throws IOException {
    byte[] all = Files.readAllBytes(record);
    int at = 0;
    while (true) {
      int length = Integer.parseInt(new String(all, at + 124, 11, StandardCharsets.US_ASCII), 8);
      String text = new String(all, at + 512, length, StandardCharsets.UTF_8);
      if (text.startsWith("{") && text.contains("\"questions\"")) {
        return text;
      }
      at += 512 + (length + 511) / 512 * 512;
    }
  }
}
