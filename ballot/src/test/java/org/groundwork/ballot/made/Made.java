// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.made;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.BallotMaker;
import org.groundwork.ballot.internal.proof.Shuffling;
import org.groundwork.ballot.internal.role.Credential;
import org.groundwork.ballot.internal.role.Decryption;
import org.groundwork.ballot.internal.role.RecordKeeper;

/** An election in which the test plays everybody: voters and trustees are counted from 1. */
public final class Made {
  /** One of two is chosen. */
  public static final Question.Homomorphic STRIKE = new Question.Homomorphic("Do we strike?", List.of("Yes", "No"),
      false, 1, 1);
  /** One or two of three are chosen, or the vote is blank. */
  public static final Question.Homomorphic DELEGATES = new Question.Homomorphic("Who speaks for us?",
      List.of("Ada", "Bo", "Cy"), true, 1, 2);
  /** Three are ranked. */
  public static final Question.NonHomomorphic RANKING = new Question.NonHomomorphic("In which order?",
      List.of("Rent", "Repairs", "Heating"));

  private final Path record;
  private final Trustees trustees;
  private final List<Secret> keys;
  private final List<Secret> credentials;
  private final List<String> publicCredentials;
  private final Randomness randomness;
  private RecordKeeper keeper;

  Made(Path record, String text, Trustees trustees, List<Secret> keys, List<Secret> credentials,
      List<String> publicCredentials, Randomness randomness) throws IOException {
    this.record = record;
    this.trustees = trustees;
    this.keys = List.copyOf(keys);
    this.credentials = List.copyOf(credentials);
    this.publicCredentials = List.copyOf(publicCredentials);
    this.randomness = randomness;
    this.keeper = RecordKeeper.create(record, MadeElection.SECONDS, text, trustees, publicCredentials);
  }

  /** Begins to describe an election whose record is written into a folder. */
  public static MadeElection in(Path folder) {
    return new MadeElection(folder);
  }

  /** Randomness that is the same in each run. */
  public static Randomness seeded(long seed) {
    var random = new Random(seed);
    return random::nextBytes;
  }

  /** A ballot of a voter, which is cast by nobody yet. */
  public String ballot(int voter, int[]... votes) {
    return ballotOf(exponent(voter), election(), votes);
  }

  /** A ballot made with any exponent, to questions that may be others than the election asks. */
  public String ballotOf(BigInteger x, ElectionText asked, int[]... votes) {
    return new BallotMaker(asked, keeper.state().context(), randomness).make(x, Arrays.asList(votes));
  }

  /** Casts a vote. */
  public Made vote(int voter, int[]... votes) throws IOException {
    return cast(ballot(voter, votes));
  }

  /** Casts ballots. */
  public Made cast(String... ballots) throws IOException {
    keeper = keeper.cast(List.of(ballots));
    return this;
  }

  /** Ends the voting. */
  public Made close() throws IOException {
    keeper = keeper.close();
    return this;
  }

  /** Trustees shuffle, one after the other, and nobody does any more. */
  public Made shuffle(int... owners) throws IOException {
    for (int owner : owners) {
      keeper = keeper.shuffled(owner, shuffled());
    }
    keeper = keeper.endShuffles();
    return this;
  }

  /** A shuffle of what is to be shuffled now. */
  public String shuffled() {
    var ciphertexts = new ArrayList<List<Ciphertext>>();
    var proofs = new ArrayList<ShuffleText.ShuffleProofText>();
    for (List<Ciphertext> each : keeper.state().tally().toShuffle(election())) {
      Shuffling.Shuffled done = new Shuffling(keeper.state().context(), randomness).shuffle(each);
      ciphertexts.add(done.ciphertexts());
      proofs.add(done.proof());
    }
    return new ShuffleText(ciphertexts, proofs).write();
  }

  /** Trustees decrypt. */
  public Made decrypt(int... owners) throws IOException {
    for (int owner : owners) {
      keeper = keeper.decrypted(owner, part(owner));
    }
    return this;
  }

  /** Takes any part of the decryption that proves itself. */
  public Made add(int owner, String part) throws IOException {
    keeper = keeper.decrypted(owner, part);
    return this;
  }

  /** A trustee's part of the decryption. */
  public String part(int owner) {
    return Decryption.part(election(), keeper.state().tally(), keys.get(owner - 1), randomness).write();
  }

  /** Publishes the result. */
  public Made count() throws IOException {
    keeper = keeper.result();
    return this;
  }

  /** The result of a question, counted from 1, as the record says it. */
  public ResultText.Counted result(int question) throws IOException {
    String text = story().all(Story.Result.class).getFirst().text();
    return ResultText.read(election(), keeper.state().tally(), text.getBytes(StandardCharsets.UTF_8))
        .questions()
        .get(question - 1);
  }

  /** Any text of JSON. */
  public static Node json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the record says. */
  public Story story() throws IOException { return Story.read(record); }

  /** The file. */
  public Path record() { return record; }

  /** What is asked. */
  public ElectionText election() { return keeper.state().election(); }

  /** Its group. */
  public Group group() { return election().group(); }

  /** What the keeper of the record knows of it. */
  public RecordKeeper keeper() { return keeper; }

  /** The trustees. */
  public Trustees trustees() { return trustees; }

  /** A trustee's private key. */
  public BigInteger key(int owner) {
    return keys.get(owner - 1).number(SecretAccess.granted());
  }

  /** A voter's credential. */
  public Secret credential(int voter) { return credentials.get(voter - 1); }

  /** What a voter signs with. */
  public BigInteger exponent(int voter) {
    return Credential.exponent(group(), election().uuid(), credential(voter));
  }

  /** The list of credentials, with weights where there are some, in the order of the voters. */
  public List<String> publicCredentials() {
    return publicCredentials;
  }

  /** Where this election draws its random numbers. */
  public Randomness randomness() { return randomness; }
}
