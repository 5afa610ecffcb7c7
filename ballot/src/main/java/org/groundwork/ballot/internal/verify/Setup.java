// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Membership;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.ThresholdKeys;

/** The checks of what an election begins with. */
public final class Setup {
  /** All weights together stay below this, so that a result can be found from its power of g. */
  private static final long MOST_WEIGHT = 1L << 53;
  private static final int MEMBERS = 20_000;

  private Setup() {}

  /**
   * The key that these trustees have together, each of whom is checked to have theirs.
   *
   * @throws Refused by the first who has not, or who stands twice
   */
  public static Element key(Group group, Trustees trustees) {
    mustDiffer(trustees);
    Element key = group.one();
    int number = 0;
    for (Trustees.Kind kind : trustees.kinds()) {
      switch (kind) {
        case Trustees.Single single -> {
          number++;
          ThresholdKeys.checkProof(group, single.key(), "trustee " + number);
          key = group.times(key, single.key().key().element());
        }
        case Trustees.Pedersen ceremony -> {
          try {
            key = group.times(key, ThresholdKeys.check(group, ceremony));
          } catch (Refused e) {
            throw e.within("trustees from " + (number + 1) + " to " + (number + ceremony.keys().size()));
          }
          number += ceremony.keys().size();
        }
      }
    }
    return key;
  }

  /** Within one ceremony keys may be the same, as they are where one trustee is enough; it is checked by itself. */
  private static void mustDiffer(Trustees trustees) {
    var seen = new HashSet<String>();
    int number = 0;
    for (Trustees.Kind kind : trustees.kinds()) {
      for (PublicKey each : kind.keys()) {
        number++;
        if (seen.contains(each.key().text())) {
          throw new Refused(Reason.DUPLICATE_TRUSTEE, "trustee " + number,
              "the key of another trustee: the same one stands twice");
        }
      }
      kind.keys().forEach(each -> seen.add(each.key().text()));
    }
  }

  /** That the key is that of the trustees, and that each of them has theirs. */
  static void checkTrustees(ElectionText election, Trustees trustees) {
    Group group = election.group();
    Element key = key(group, trustees);
    if (group.isOne(election.publicKey().element())) {
      throw new Refused(Reason.IDENTITY_ELEMENT, "public key", "the neutral element, which encrypts nothing");
    }
    if (!group.same(key, election.publicKey().element())) {
      throw new Refused(Reason.BAD_PUBLIC_KEY, "public key", "it is not the product of the trustees' keys");
    }
  }

  /** The list of credentials, each with its weight. */
  static CredentialTable credentials(ElectionText election, InputStream in) {
    var table = new CredentialTable();
    var members = new Membership(election.group());
    Map<Boolean, Integer> weighted = new HashMap<>();
    var total = new long[1];
    Json.texts(in, text -> {
      int comma = text.indexOf(',');
      String credential = comma < 0 ? text : text.substring(0, comma);
      weighted.merge(comma >= 0, 1, Integer::sum);
      if (weighted.size() > 1) {
        throw refused(table, Reason.BAD_WEIGHT, "some credentials have a weight and others have none");
      }
      long weight = comma < 0 ? 1 : weight(table, text.substring(comma + 1));
      total[0] += weight;
      if (total[0] >= MOST_WEIGHT) {
        throw refused(table, Reason.BAD_WEIGHT, "all weights together are too large to be counted");
      }
      member(election, members, table, credential);
      if (!table.add(CredentialTable.hash(credential), weight)) {
        throw refused(table, Reason.DUPLICATE_CREDENTIAL, "the credential stands twice on the list");
      }
      if (weight != 1 && election.needsShuffles()) {
        throw refused(table, Reason.BAD_WEIGHT, "rankings are counted without weights");
      }
    });
    ask(members, table.count());
    return table;
  }

  private static Refused refused(CredentialTable table, Reason reason, String sentence) {
    return new Refused(reason, "credential " + (table.count() + 1), sentence);
  }

  private static long weight(CredentialTable table, String digits) {
    if (!digits.matches("[1-9][0-9]{0,15}")) {
      throw refused(table, Reason.BAD_WEIGHT, "a weight is a whole number above zero, of at most 16 digits");
    }
    return Long.parseLong(digits);
  }

  private static void member(ElectionText election, Membership members, CredentialTable table, String credential) {
    Element element;
    try {
      element = election.group().read(credential);
    } catch (Group.NotAnElement e) {
      throw refused(table, Reason.NOT_AN_ELEMENT, String.valueOf(e.getMessage()));
    }
    if (election.group().isOne(element)) {
      throw refused(table, Reason.IDENTITY_ELEMENT,
          "a credential that is the neutral element, under which all can vote");
    }
    members.add(element);
    if (members.count() == MEMBERS) {
      ask(members, table.count() + 1);
    }
  }

  /** Whether the credentials that were added last, up to this number, belong to the group. */
  private static void ask(Membership members, int upTo) {
    int stranger = members.firstStranger();
    if (stranger >= 0) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP,
          "credential " + (upTo - members.count() + stranger + 1), "a credential that is outside the group");
    }
    members.clear();
  }

  /** Reads all of a stream as a text of JSON, whatever fails. */
  static CredentialTable credentialsOf(ElectionText election, InputStream in) throws IOException {
    try (in) {
      return credentials(election, in);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
