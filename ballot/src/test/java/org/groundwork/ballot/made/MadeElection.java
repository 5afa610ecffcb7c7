// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.made;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.internal.proof.ThresholdKeys;
import org.groundwork.ballot.internal.role.Ceremony;
import org.groundwork.ballot.internal.role.Credential;

/** Describes an election: one question, one trustee and three voters unless it is told otherwise. */
public final class MadeElection {
  static final long SECONDS = 1_795_456_939L;
  private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private final Path folder;
  private Group group = Groups.ED25519;
  private List<Question> questions = List.of(Made.STRIKE);
  private int singles = 1;
  private Optional<Ceremony> ceremony = Optional.empty();
  private int size;
  private int threshold;
  private Ceremony.Form form = Ceremony.Form.PLAIN;
  private int voters = 3;
  private List<Long> weights = List.of();
  private long seed = 1;
  private Randomness randomness = Made.seeded(1);
  private final List<Secret> keys = new ArrayList<>();

  MadeElection(Path folder) { this.folder = folder; }

  /** In a group. */
  public MadeElection group(Group given) {
    group = given;
    return this;
  }

  /** With these questions. */
  public MadeElection asks(Question... given) {
    questions = List.of(given);
    return this;
  }

  /** With so many trustees who are all needed. */
  public MadeElection trustees(int number) {
    singles = number;
    return this;
  }

  /** With more trustees, of whom some are enough. */
  public MadeElection threshold(int enough, int of) {
    threshold = enough;
    size = of;
    return this;
  }

  /** With the messages that a ceremony has from Belenios 2.5 on. */
  public MadeElection boundCeremony() {
    form = Ceremony.Form.BOUND;
    return this;
  }

  /** With so many voters. */
  public MadeElection voters(int number) {
    voters = number;
    return this;
  }

  /** With a voter for each weight. */
  public MadeElection weights(long... given) {
    weights = java.util.Arrays.stream(given).boxed().toList();
    voters = weights.size();
    return this;
  }

  /** With other random numbers. */
  public MadeElection seed(long given) {
    seed = given;
    randomness = Made.seeded(given);
    return this;
  }

  /** Makes it, and begins the voting. */
  public Made begin() throws IOException {
    ceremony = size == 0 ? Optional.empty() : Optional.of(new Ceremony(group, size, threshold, form));
    var kinds = new ArrayList<Trustees.Kind>();
    Element y = group.one();
    for (int i = 0; i < singles; i++) {
      BigInteger x = randomness.below(group.q());
      keys.add(Secret.of(x, SecretAccess.granted()));
      PublicKey key = SchnorrProof.publicKey(group, x, randomness);
      kinds.add(new Trustees.Single(key));
      y = group.times(y, key.key().element());
    }
    if (ceremony.isPresent()) {
      Trustees.Pedersen held = hold(ceremony.orElseThrow());
      kinds.add(held);
      y = group.times(y, ThresholdKeys.check(group, held));
    }
    String uuid = identifier();
    String text = ElectionText.write(uuid, "A house", "All who live in it", group, Written.of(group, y), questions,
        Optional.of("the committee"), Optional.of("the officer"));
    var credentials = new ArrayList<Secret>();
    var publicCredentials = new ArrayList<String>();
    for (int i = 0; i < voters; i++) {
      Secret credential = Credential.generate(Credential.Form.FIFTEEN, randomness);
      credentials.add(credential);
      publicCredentials.add(group.write(group.power(group.g(), Credential.exponent(group, uuid, credential)))
          + (weights.isEmpty() ? "" : "," + weights.get(i)));
    }
    return new Made(folder.resolve(uuid + ".bel"), text, new Trustees(kinds), keys, credentials, publicCredentials,
        randomness);
  }

  private String identifier() {
    Randomness own = Made.seeded(seed + questions.hashCode() + 31L * group.name().hashCode());
    var text = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      text.append(LETTERS.charAt(own.below(LETTERS.length())));
    }
    return text.toString();
  }

  private Trustees.Pedersen hold(Ceremony held) {
    var seeds = new ArrayList<Secret>();
    var certs = new ArrayList<SignedMessage>();
    for (int i = 1; i <= size; i++) {
      Secret mine = Ceremony.seed(randomness);
      seeds.add(mine);
      certs.add(held.cert(mine, i, randomness));
    }
    List<Ceremony.Polynomial> polynomials = seeds.stream()
        .map(each -> held.polynomial(each, certs, randomness))
        .toList();
    List<Ceremony.Vinput> vinputs = held.vinputs(certs, polynomials);
    var voutputs = new ArrayList<Ceremony.Voutput>();
    for (int i = 0; i < size; i++) {
      Ceremony.Voutput said = held.voutput(seeds.get(i), certs, vinputs.get(i), randomness);
      voutputs.add(said);
      keys.add(Ceremony.privateKey(group, seeds.get(i), certs.get(i), said.privateKey()));
    }
    return held.published(certs, polynomials, voutputs);
  }
}
