// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Owned;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.role.Decryption;
import org.groundwork.ballot.internal.verify.Opening;

/**
 * A decryption of numbers that everybody knows, before an election is opened, so that a key that does not work is found while
 * nobody voted yet. Nothing of it is in the record.
 *
 * <p>
 * The numbers and the randomness they are encrypted with are told to the trustees, who encrypt them themselves: so nobody can
 * have a real ballot decrypted under the name of a trial, and what a trustee answers, α^x = X^r for an r that all know, says
 * nothing of their key.
 */
public final class TrialDecryption {
  private static final String TRIAL = "trial";
  private static final String PART = "trial-part";
  /** Before the election's identifier: so proofs of a trial are none of the election. */
  private static final String PREFIX = "TRiAL";
  private static final String TRUSTEES = "{\"trustees\":";
  private static final int HIGHEST = 9;
  private static final int RANKS = 256;
  private final ElectionDraft draft;
  private final Group group;
  private final Trustees trustees;
  private final ElectionText election;
  private final List<List<Known>> known;

  /** Numbers and what they are encrypted with. */
  private record Known(List<Integer> numbers, BigInteger r) {}

  private TrialDecryption(ElectionDraft draft, Trustees trustees, List<List<Known>> known) {
    this.draft = draft;
    this.group = draft.inGroup();
    this.trustees = trustees;
    this.known = known;
    this.election = ElectionText
        .read(draft.text(PREFIX + draft.uuid().substring(0, Math.min(draft.uuid().length(), 59)), trustees)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A new one, of numbers drawn at random. */
  public static TrialDecryption create(ElectionDraft draft, ElectionTrustees trustees, Randomness randomness) {
    Group group = draft.inGroup();
    var known = new ArrayList<List<Known>>();
    for (Asked asked : draft.questions()) {
      var mine = new ArrayList<Known>();
      int ciphertexts = asked.ranking() ? 1 : asked.answers().size() + (asked.blank() ? 1 : 0);
      for (int i = 0; i < ciphertexts; i++) {
        var numbers = new ArrayList<Integer>();
        for (int k = 0; k < (asked.ranking() ? asked.answers().size() : 1); k++) {
          numbers.add(randomness.below(asked.ranking() ? RANKS : HIGHEST + 1));
        }
        mine.add(new Known(numbers, randomness.below(group.q())));
      }
      known.add(mine);
    }
    return new TrialDecryption(draft, trustees.all(), known);
  }

  /** Its text, for all trustees. */
  public String write() {
    var out = new Compact().open('[');
    for (List<Known> question : known) {
      out.open('[');
      for (Known each : question) {
        out.open('{').name("numbers").open('[');
        each.numbers().forEach(number -> out.raw(number.toString()));
        out.close(']').name("randomness").plain(each.r().toString()).close('}');
      }
      out.close(']');
    }
    String payload = TRUSTEES + trustees.write() + ",\"known\":" + out.close(']') + "}";
    return new Handover(TRIAL, draft.uuid(), 0, payload).write();
  }

  /**
   * Reads one.
   *
   * @throws Refused if it is none of this election, or its trustees are false
   */
  public static TrialDecryption read(ElectionDraft draft, byte[] bytes) {
    Handover file = Handover.read(bytes, draft, TRIAL);
    Group group = draft.inGroup();
    Node node = Json.read(file.bytes()).only("trustees", "known");
    int end = file.payload().lastIndexOf(",\"known\":");
    if (!file.payload().startsWith(TRUSTEES) || end < 0) {
      throw new Refused(Reason.NOT_CANONICAL, "", "the trial is not written in the one way to write it");
    }
    Trustees trustees = Trustees.read(group,
        Handover.utf8(file.payload().substring(TRUSTEES.length(), end)));
    List<Asked> asked = draft.questions();
    var known = new ArrayList<List<Known>>();
    List<Node> questions = node.get("known").list(asked.size());
    for (int i = 0; i < questions.size(); i++) {
      known.add(question(group, asked.get(i), questions.get(i)));
    }
    return new TrialDecryption(draft, trustees, known);
  }

  private static List<Known> question(Group group, Asked asked, Node node) {
    var known = new ArrayList<Known>();
    for (Node each : node.list(asked.ranking() ? 1 : asked.answers().size() + (asked.blank() ? 1 : 0))) {
      List<Node> numbers = each.get("numbers").list(asked.ranking() ? asked.answers().size() : 1);
      known.add(new Known(numbers.stream().map(n -> n.number(0, asked.ranking() ? RANKS - 1 : HIGHEST)).toList(),
          Proof.scalar(group.q(), each.get("randomness"))));
    }
    return known;
  }

  /** The numbers encrypted: whoever needs it makes it, nobody is told it. */
  private Tally tally() {
    Element y = election.publicKey().element();
    var questions = new ArrayList<List<Ciphertext>>();
    for (int i = 0; i < known.size(); i++) {
      boolean ranking = election.questions().get(i) instanceof Question.NonHomomorphic;
      var ciphertexts = new ArrayList<Ciphertext>();
      for (Known each : known.get(i)) {
        Element message = ranking
            ? group.ofInts(each.numbers().stream().mapToInt(Integer::intValue).toArray())
            : group.power(group.g(), BigInteger.valueOf(each.numbers().getFirst()));
        ciphertexts.add(new Ciphertext(Written.of(group, group.power(group.g(), each.r())),
            Written.of(group, group.times(group.power(y, each.r()), message))));
      }
      questions.add(ciphertexts);
    }
    return new Tally(questions);
  }

  /**
   * A trustee's part.
   *
   * @param trustee their number
   * @param text what is handed to the returning officer
   */
  public record Part(int trustee, String text) {}

  /**
   * Decrypts as one of the trustees.
   *
   * @throws Refused if the key is none of the trustees'
   */
  public Part part(TrusteeKey key, Randomness randomness) {
    int number = key.numberIn(draft.uuid(), group, trustees);
    return new Part(number, new Handover(PART, draft.uuid(), number,
        Decryption.part(election, tally(), key.secret(), randomness).write()).write());
  }

  /**
   * What a trial found.
   *
   * @param working the numbers of the trustees whose key works
   * @param refusals why a part is false
   * @param missing whose part is not there
   * @param right whether the parts together gave the right numbers; empty if too few work
   */
  public record Outcome(List<Integer> working, List<Refused> refusals, List<Integer> missing, Optional<Boolean> right) {
    public Outcome {
      working = List.copyOf(working);
      refusals = List.copyOf(refusals);
      missing = List.copyOf(missing);
    }

    /** Whether every key works. */
    public boolean allWork() {
      return missing.isEmpty() && refusals.isEmpty() && right.orElse(false);
    }
  }

  /** Puts the trustees' parts together. */
  public Outcome check(List<byte[]> parts) {
    var opening = new Opening(election, trustees, tally(), group.prepared(group.g(), 100));
    var refusals = new ArrayList<Refused>();
    for (int i = 0; i < parts.size(); i++) {
      try {
        Handover part = Handover.read(parts.get(i), draft, PART);
        if (part.number() < 1) {
          throw new Refused(Reason.WRONG_OWNER, "", "there is no trustee " + part.number());
        }
        opening.add(new Owned(part.number(), Hash.of(part.bytes())), part.bytes());
      } catch (Refused e) {
        refusals.add(e.within("file " + (i + 1)));
      }
    }
    var missing = new ArrayList<Integer>();
    for (int number = 1; number <= trustees.count(); number++) {
      if (!opening.owners().contains(number)) {
        missing.add(number);
      }
    }
    return new Outcome(opening.owners(), refusals, missing, right(opening));
  }

  private Optional<Boolean> right(Opening opening) {
    try {
      opening.opened();
    } catch (Refused _) {
      // A part that is needed is missing: the outcome names whose.
      return Optional.empty();
    }
    ResultText result = Decryption.result(election, opening, HIGHEST);
    for (int i = 0; i < known.size(); i++) {
      List<List<Integer>> expected = known.get(i).stream().map(Known::numbers).toList();
      List<List<Integer>> found = switch (result.questions().get(i)) {
        case ResultText.Sums sums -> sums.sums().stream().map(each -> List.of(each.intValueExact())).toList();
        case ResultText.Lists lists -> lists.lists();
      };
      if (!expected.equals(found)) {
        return Optional.of(false);
      }
    }
    return Optional.of(true);
  }
}
