// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;

/** The booth's module in a page, called from Java. */
final class Booth {
  private static final String CALL = """
      async ({ election, bytes, credential, votes, fill }) => {
        const fills = {
          none: undefined,
          same: () => { let n = 0; return (bytes) => bytes.forEach((_, i) => { bytes[i] = (n = (n * 31 + i + 7) % 251); }); },
          high: () => { let n = 0; return (bytes) => { n++ < 5 ? bytes.fill(255) : crypto.getRandomValues(bytes); }; },
          broken: () => () => { throw new Error('no randomness'); },
        };
        const booth = GroundworkBooth.open({ fill: fills[fill]?.() });
        try {
          const read = await booth.read(bytes ? Uint8Array.from(bytes) : election);
          return credential === null ? read : await booth.make(credential, votes);
        } catch (e) {
          return e instanceof GroundworkBooth.Refused
              ? { reason: e.reason, where: e.where, message: e.message }
              : { failed: e.message };
        } finally {
          booth.close();
        }
      }""";
  private final Page page;

  Booth(Page page) { this.page = page; }

  /** A ballot, its tracker and the public credential it is signed with. */
  record Ballot(String text, String tracker, String credential) {}

  /** What the booth refused, and why. */
  record Refusal(String reason, String where, String message) {}

  Ballot make(String election, Secret credential, List<int[]> votes) {
    return make(election, credential, votes, "none");
  }

  Ballot make(String election, Secret credential, List<int[]> votes, String fill) {
    Map<?, ?> answer = call(Map.of("election", election, "credential",
        credential.text(SecretAccess.granted()), "votes", lists(votes), "fill", fill));
    if (!answer.containsKey("tracker")) {
      throw new AssertionError("no ballot: " + answer);
    }
    return new Ballot(text(answer, "text"), text(answer, "tracker"), text(answer, "credential"));
  }

  /**
   * Changes every number and element of a ballot in turn, by its neighbour in the ballot, and returns where the booth's own
   * verification did not notice. Of the unchanged ballot it has to say nothing.
   */
  List<?> faults(String election, String ballot) { return (List<?>) Objects.requireNonNull(page.evaluate("""
        ({ election, ballot }) => {
          const read = GroundworkBooth.readElection(election);
          const holds = (text) => {
            try {
              GroundworkBooth.checkBallot(read, text);
              return true;
            } catch {
              return false;
            }
          };
          const parts = [...ballot.matchAll(/"(alpha|beta|challenge|response|credential|hash)":"([^"]*)"/g)];
          const missed = parts.filter((part, i) => {
            const kind = /alpha|beta|credential/.test(part[1]) ? /alpha|beta|credential/ : new RegExp(part[1]);
            const other = parts.find((each, k) => k !== i && kind.test(each[1]) && each[2] !== part[2]);
            const value = other?.[2] ?? 'A'.repeat(43);
            const at = part.index + part[1].length + 4;
            return holds(ballot.slice(0, at) + value + ballot.slice(at + part[2].length));
          }).map((part) => `${part[1]} at ${part.index}`);
          return holds(ballot) && parts.length > 40 ? missed : ['the ballot itself'];
        }""", Map.of("election", election, "ballot", ballot))); }

  /** Why an election is not read. */
  Refusal refusal(String election) {
    return refused(nothing(Map.of("election", election)));
  }

  /** Why these bytes are not read. */
  Refusal refusal(byte[] election) {
    var numbers = new ArrayList<Integer>();
    for (byte each : election) {
      numbers.add(each & 0xff);
    }
    return refused(nothing(Map.of("bytes", numbers)));
  }

  private static List<List<Integer>> lists(List<int[]> votes) {
    return votes.stream().map(each -> Arrays.stream(each).boxed().toList()).toList();
  }

  /** Why no ballot is made. */
  Refusal refusal(String election, String credential, Object votes) {
    return refused(Map.of("election", election, "credential", credential, "votes", votes));
  }

  /** What fails although nothing was refused. */
  String failure(String election, String credential, List<int[]> votes, String fill) {
    return text(call(Map.of("election", election, "credential", credential, "votes", lists(votes), "fill", fill)),
        "failed");
  }

  private static Map<String, Object> nothing(Map<String, Object> given) {
    var all = new HashMap<String, Object>(given);
    all.put("credential", null);
    return all;
  }

  private Refusal refused(Map<String, Object> given) {
    Map<?, ?> answer = call(given);
    if (!answer.containsKey("reason")) {
      throw new AssertionError("not refused: " + answer);
    }
    return new Refusal(text(answer, "reason"), text(answer, "where"), text(answer, "message"));
  }

  private Map<?, ?> call(Map<String, Object> given) {
    return (Map<?, ?>) Objects.requireNonNull(page.evaluate(CALL, given));
  }

  private static String text(Map<?, ?> answer, String name) {
    return (String) Objects.requireNonNull(answer.get(name), () -> name + " in " + answer);
  }
}
