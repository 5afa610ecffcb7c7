// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.role.Credential;

/**
 * Makes the credentials of an election's voters on all cores. Only what is public is kept in memory; each private credential
 * is told once and then forgotten.
 */
public final class CredentialIssue {
  /** The kind of file that the public list is handed over in. */
  static final String LIST = "credentials";
  /** So many credentials are issued that preparing powers for them pays. */
  private static final long MANY = 10_000;
  private static final int BATCH = 256;
  private static final int AHEAD = 4;
  private static final long MOST_WEIGHT = 1L << 53;
  private final ElectionDraft draft;
  private final Form form;
  private final boolean weighted;
  private final Group.Powers g;
  private final Randomness randomness;

  /** How long a credential is. */
  public enum Form {
    /** 15 characters, the last of which finds a wrong letter; the tool of Belenios 2.0 takes it. */
    FIFTEEN(Credential.Form.FIFTEEN),
    /** 22 characters, as from Belenios 2.1 on. */
    TWENTY_TWO(Credential.Form.TWENTY_TWO);

    private final Credential.Form same;

    Form(Credential.Form same) { this.same = same; }
  }

  /**
   * A voter.
   *
   * @param name by which the officer knows them
   * @param weight how many votes they have, 1 where votes have no weights
   */
  public record Voter(String name, long weight) {}

  /** Is told each credential when it is made, in the order of the voters. */
  @FunctionalInterface
  public interface Recipient {
    /**
     * A voter's credential.
     *
     * @param entry the public credential as the list has it
     */
    void take(Voter voter, Secret credential, String entry) throws IOException;
  }

  private record Made(Voter voter, Secret credential, String entry) {}

  /**
   * For an election.
   *
   * @param weighted whether the public list says weights
   * @throws Refused if the election asks for rankings, which have no weights
   */
  public CredentialIssue(ElectionDraft draft, Form form, boolean weighted, Randomness randomness) {
    if (weighted && draft.asksForRankings()) {
      throw new Refused(Reason.BAD_WEIGHT, "", "rankings are counted without weights");
    }
    this.draft = draft;
    this.form = form;
    this.weighted = weighted;
    this.g = draft.inGroup().prepared(draft.inGroup().g(), MANY);
    this.randomness = randomness;
  }

  /**
   * Makes a credential for each voter.
   *
   * @param threads how many cores to use, from 1
   * @return the public list, sorted so that its order says nothing of who is who, as it is handed over
   * @throws Refused if a weight is none, or all together are too large to be counted
   */
  public String make(List<Voter> voters, int threads, Recipient recipient) throws IOException {
    checkWeights(voters);
    var list = new ArrayList<String>(voters.size());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      int step = BATCH * AHEAD * threads;
      for (int from = 0; from < voters.size(); from += step) {
        for (Future<List<Made>> each : begun(workers, voters.subList(from, Math.min(voters.size(), from + step)))) {
          for (Made made : done(each)) {
            try (Secret credential = made.credential()) {
              recipient.take(made.voter(), credential, made.entry());
            }
            list.add(made.entry());
          }
        }
      }
    } finally {
      workers.shutdownNow();
    }
    Collections.sort(list);
    var out = new Compact(1 << 16).open('[');
    list.forEach(out::plain);
    return new Handover(LIST, draft.uuid(), 0, out.close(']').toString()).write();
  }

  private static void checkWeights(List<Voter> voters) {
    if (voters.isEmpty()) {
      throw new Refused(Reason.MALFORMED, "", "an election needs at least one voter");
    }
    long total = 0;
    for (int i = 0; i < voters.size(); i++) {
      long weight = voters.get(i).weight();
      if (weight < 1 || weight > MOST_WEIGHT - total) {
        throw new Refused(Reason.BAD_WEIGHT, "voter " + (i + 1),
            "a weight is at least 1, and all together are at most " + MOST_WEIGHT);
      }
      total += weight;
    }
  }

  private List<Future<List<Made>>> begun(ExecutorService workers, List<Voter> voters) {
    var begun = new ArrayList<Future<List<Made>>>();
    for (int from = 0; from < voters.size(); from += BATCH) {
      List<Voter> mine = voters.subList(from, Math.min(voters.size(), from + BATCH));
      begun.add(workers.submit(() -> batch(mine)));
    }
    return begun;
  }

  private static List<Made> done(Future<List<Made>> batch) throws IOException {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Made> batch(List<Voter> voters) {
    var credentials = new ArrayList<Secret>(voters.size());
    var elements = new ArrayList<Element>(voters.size());
    for (int i = 0; i < voters.size(); i++) {
      Secret credential = Credential.generate(form.same, randomness);
      credentials.add(credential);
      elements.add(g.ofSecret(Credential.exponent(draft.inGroup(), draft.uuid(), credential)));
    }
    List<String> texts = draft.inGroup().write(elements);
    var made = new ArrayList<Made>(voters.size());
    for (int i = 0; i < voters.size(); i++) {
      Voter voter = voters.get(i);
      made.add(new Made(voter, credentials.get(i), texts.get(i) + (weighted ? "," + voter.weight() : "")));
    }
    return made;
  }
}
