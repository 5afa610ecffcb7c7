// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.ThresholdKeys;

/** Who will open an election: single trustees, those of ceremonies, or both. Each knows their key; public. */
public final class ElectionTrustees {
  /** The kind of a single trustee's file. */
  static final String KEY = "trustee-key";
  /** The kind of the file that a ceremony ends with. */
  static final String CEREMONY = "ceremony";
  private final Trustees trustees;

  private ElectionTrustees(Trustees trustees) { this.trustees = trustees; }

  /**
   * The trustees of an election in the order of these files, which numbers them from 1.
   *
   * @param files of single trustees, and of ceremonies
   * @throws Refused if a file is another, of another election, false, or somebody is there twice
   */
  public static ElectionTrustees of(ElectionDraft draft, List<byte[]> files) {
    var kinds = new ArrayList<Trustees.Kind>();
    for (int i = 0; i < files.size(); i++) {
      try {
        kinds.add(kind(draft, Handover.read(files.get(i))));
      } catch (Refused e) {
        throw e.within("trustee file " + (i + 1));
      }
    }
    if (kinds.isEmpty()) {
      throw new Refused(Reason.MALFORMED, "", "an election needs at least one trustee");
    }
    var trustees = new Trustees(kinds);
    List<String> keys = trustees.keys().stream().map(each -> each.key().text()).toList();
    for (int i = 0; i < keys.size(); i++) {
      if (keys.indexOf(keys.get(i)) < i) {
        throw new Refused(Reason.WRONG_OWNER, "trustee " + (i + 1),
            "it has the same key as trustee " + (keys.indexOf(keys.get(i)) + 1));
      }
    }
    return new ElectionTrustees(Trustees.read(draft.inGroup(), Handover.utf8(trustees.write())));
  }

  private static Trustees.Kind kind(ElectionDraft draft, Handover file) {
    String what = file.what().equals(CEREMONY) ? CEREMONY : KEY;
    Handover mine = Handover.read(Handover.utf8(file.write()), draft, what);
    if (what.equals(CEREMONY)) {
      String listed = "[[\"Pedersen\"," + mine.payload() + "]]";
      Trustees.Kind kind = Trustees.read(draft.inGroup(), Handover.utf8(listed)).kinds().getFirst();
      if (kind instanceof Trustees.Pedersen ceremony) {
        ThresholdKeys.check(draft.inGroup(), ceremony);
      }
      return kind;
    }
    PublicKey key = PublicKey.read(draft.inGroup(), Json.read(mine.bytes()));
    ThresholdKeys.checkProof(draft.inGroup(), key, "");
    return new Trustees.Single(key);
  }

  /** A single trustee's public key as it is handed over. */
  static String single(String uuid, PublicKey key) {
    var out = new Compact();
    key.write(out);
    return new Handover(KEY, uuid, 1, out.toString()).write();
  }

  /** How many there are. */
  public int count() { return trustees.count(); }

  Trustees all() { return trustees; }

  static ElectionTrustees of(Trustees trustees) { return new ElectionTrustees(trustees); }
}
