// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.role.Credential;
import org.groundwork.ballot.internal.role.Decryption;
import org.groundwork.ballot.internal.role.RecordKeeper;
import org.groundwork.ballot.internal.verify.RecordVerifier;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Elections that Belenios 2.5.1 made, whose private credentials and keys are known: they give what is published. */
@Tag("real-data")
class KnownKeysTest {
  private static final Pattern CREDENTIAL = Pattern.compile("\"[^\"]+\":\"([^\"]+)\"");

  static List<Path> withCredentials() throws IOException {
    return Project.records("belenios-2.5.1")
        .stream()
        .filter(each -> Files.exists(each.resolveSibling("private_creds.json")))
        .toList();
  }

  private static ElectionText election(Story story) {
    return ElectionText.read(story.setup().election().getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("withCredentials")
  void privateCredentialsGiveThePublicOnes(Path record) throws IOException {
    Story story = Story.read(record);
    ElectionText election = election(story);
    Group group = election.group();
    List<String> derived = CREDENTIAL.matcher(Files.readString(record.resolveSibling("private_creds.json")))
        .results()
        .map(each -> Secret.of(each.group(1), SecretAccess.granted()))
        .map(each -> group.write(group.power(group.g(), Credential.exponent(group, election.uuid(), each))))
        .toList();
    assertThat(derived).isNotEmpty();
    assertThat(Made.json(story.setup().credentials()).list()).extracting(each -> each.text().replaceFirst(",.*", ""))
        .containsExactlyInAnyOrderElementsOf(derived);
  }

  /** A private key gives its public key, and the very factors that its trustee published. */
  @ParameterizedTest
  @MethodSource("withCredentials")
  void privateKeysGiveThePublishedKeysAndFactors(Path record) throws IOException {
    Story story = Story.read(record);
    Group group = election(story).group();
    RecordVerifier.State state = RecordKeeper.open(record, 2).state();
    List<String> keys = state.trustees().keys().stream().map(PublicKey::key).map(each -> each.text()).toList();
    List<BigInteger> privateKeys = privateKeys(record);
    assertThat(privateKeys).isNotEmpty();
    for (BigInteger x : privateKeys) {
      int owner = keys.indexOf(group.write(group.power(group.g(), x))) + 1;
      assertThat(owner).isPositive();
      Tally tally = state.tally();
      PartialDecryption mine = Decryption.part(state.election(), tally, Secret.of(x, SecretAccess.granted()),
          Made.seeded(1));
      List<PartialDecryption> published = story.all(Story.Part.class)
          .stream()
          .filter(each -> each.owner() == owner)
          .map(each -> PartialDecryption.read(group, tally, each.text().getBytes(StandardCharsets.UTF_8)))
          .toList();
      assertThat(published).hasSize(1);
      assertThat(texts(mine)).isEqualTo(texts(published.getFirst()));
    }
  }

  private static List<String> texts(PartialDecryption part) {
    return part.factors().stream().flatMap(List::stream).map(each -> each.text()).toList();
  }

  private static List<BigInteger> privateKeys(Path record) throws IOException {
    try (Stream<Path> files = Files.list(record.getParent())) {
      return files.filter(each -> each.toString().endsWith(".privkey")).sorted().map(KnownKeysTest::number).toList();
    }
  }

  private static BigInteger number(Path file) {
    try {
      return new BigInteger(Files.readString(file).replaceAll("[^0-9]", ""));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
