// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.proof.BallotMaker;
import org.groundwork.ballot.internal.proof.Context;
import org.groundwork.ballot.internal.role.Credential;
import org.groundwork.ballot.internal.verify.RecordHead;

/**
 * What is public of an election before anybody votes: enough to vote, and for trustees and the credential officer to see
 * that theirs is in it.
 */
public final class PublicElection {
  private static final int RANKS = 256;
  private final RecordHead head;

  private PublicElection(RecordHead head) { this.head = head; }

  /**
   * Reads the beginning of a record; ballots after it are not looked at.
   *
   * @throws Refused if the election or its trustees are false
   */
  public static PublicElection read(Path record) throws IOException {
    ElectionRecord.mustBeRecord(record);
    return new PublicElection(RecordHead.read(record));
  }

  /** What its files are named after. */
  public String uuid() { return head.election().uuid(); }

  /** Its title. */
  public String name() { return head.election().name(); }

  /** What voters are told of it. */
  public String description() { return head.election().description(); }

  /** The hash of all this, which everybody compares. */
  public String fingerprint() {
    return head.election().fingerprint();
  }

  /** What is asked. */
  public List<Asked> questions() {
    return head.election().questions().stream().map(Asked::of).toList();
  }

  /** How many trustees there are. */
  public int trustees() { return head.trustees().count(); }

  /** The number of the trustee with this key, from 1; empty if none has it. */
  public OptionalInt trustee(TrusteeKey key) {
    return key.number(uuid(), head.election().group(), head.trustees());
  }

  void credentials(Consumer<String> each) throws IOException { head.credentials(each); }

  /**
   * A credential as somebody typed it.
   *
   * @throws Refused if it cannot be one, as with a wrong letter
   */
  public static Secret credential(String typed) {
    String text = typed.strip();
    if (Credential.form(text).isEmpty()) {
      throw new Refused(Reason.UNKNOWN_CREDENTIAL, "",
          "this is no credential: a letter is wrong, or some are missing; type it as it was handed out");
    }
    return Secret.of(text, SecretAccess.granted());
  }

  /**
   * The weight of a credential.
   *
   * @return empty if the credential is not on the list
   */
  public Optional<Long> weight(Secret credential) throws IOException {
    Group group = head.election().group();
    String mine = group.write(group.powerOfSecret(group.g(), exponent(credential)));
    var found = new Long[1];
    credentials(entry -> {
      if (entry.equals(mine)) {
        found[0] = 1L;
      } else if (entry.startsWith(mine + ",")) {
        found[0] = Long.valueOf(entry.substring(mine.length() + 1));
      }
    });
    return Optional.ofNullable(found[0]);
  }

  private BigInteger exponent(Secret credential) {
    return Credential.exponent(head.election().group(), uuid(), credential);
  }

  /**
   * A ballot to be cast.
   *
   * @param text what is handed to the returning officer
   * @param tracker by which its voter finds it in the record
   */
  public record Cast(String text, String tracker) {}

  /**
   * Encrypts, proves and signs a ballot.
   *
   * @param votes for each question: of a ranking the rank of each answer, 1 for the first and 0 for none; else the numbers
   *     of the answers that are chosen, from 1; or 0 alone for a blank vote where one is allowed
   * @throws Refused if a question cannot be answered so, with the number of the question
   */
  public Cast ballot(Secret credential, List<List<Integer>> votes, Randomness randomness) {
    ElectionText election = head.election();
    if (votes.size() != election.questions().size()) {
      throw new Refused(Reason.WRONG_ANSWERS, "",
          votes.size() + " answers to " + election.questions().size() + " questions");
    }
    var values = new java.util.ArrayList<int[]>();
    for (int i = 0; i < votes.size(); i++) {
      try {
        values.add(values(election.questions().get(i), votes.get(i)));
      } catch (Refused e) {
        throw e.within("question " + (i + 1));
      }
    }
    String text = new BallotMaker(election, Context.of(election, 1), randomness)
        .make(exponent(credential), values);
    return new Cast(text, BallotText.tracker(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Whether a question can be answered so.
   *
   * @throws Refused if not, saying why
   */
  public static void check(Asked asked, List<Integer> vote) { values(asked.question(), vote); }

  private static int[] values(Question question, List<Integer> vote) {
    return switch (question) {
      case Question.NonHomomorphic asked -> ranks(asked, vote);
      case Question.Homomorphic asked -> choices(asked, vote);
    };
  }

  private static int[] ranks(Question.NonHomomorphic question, List<Integer> vote) {
    if (vote.size() != question.answers().size()
        || vote.stream().anyMatch(each -> each < 0 || each >= RANKS)) {
      throw new Refused(Reason.WRONG_ANSWERS, "", "a rank from 0 to 255 is asked for each answer");
    }
    return vote.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] choices(Question.Homomorphic question, List<Integer> vote) {
    int first = question.blank() ? 1 : 0;
    var values = new int[question.choices()];
    if (vote.equals(List.of(0))) {
      if (!question.blank()) {
        throw new Refused(Reason.WRONG_ANSWERS, "", "no vote can be blank here");
      }
      values[0] = 1;
      return values;
    }
    for (int each : vote) {
      if (each < 1 || each > question.answers().size()) {
        throw new Refused(Reason.WRONG_ANSWERS, "",
            "there is no answer " + each + ", only 1 to " + question.answers().size());
      }
      if (values[each - 1 + first]++ > 0) {
        throw new Refused(Reason.WRONG_ANSWERS, "", "answer " + each + " is chosen twice");
      }
    }
    if (vote.size() < question.min() || vote.size() > question.max()) {
      throw new Refused(Reason.WRONG_ANSWERS, "", vote.size() + " answers are chosen; "
          + (question.min() == question.max()
              ? "exactly " + question.min()
              : "from " + question.min() + " to " + question.max())
          + " can be" + (question.blank() ? ", or the vote is blank" : ""));
    }
    return values;
  }
}
