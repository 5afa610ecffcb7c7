// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/**
 * What a trustee keeps during a ceremony: their seed, and which ceremony they agreed to take part in, so that nobody changes
 * how many are enough behind their back. Secret.
 *
 * @param number the trustee's, from 1
 * @param size how many trustees there are
 * @param enough how many of them are enough to open the election
 */
public record TrusteeSeed(String uuid, int number, int size, int enough, Secret seed) {
  /** With 1 all trustees of a ceremony would have the same key. */
  static final int LEAST = 2;
  private static final int MOST = 200;

  /**
   * A place in a ceremony.
   *
   * @throws Refused if there is no such place
   */
  public TrusteeSeed {
    if (size > MOST || enough < LEAST || enough > size || number < 1 || number > size) {
      throw new Refused(Reason.WRONG_OWNER, "", "there is no trustee " + number + " of " + size + " of whom " + enough
          + " are enough; at least 2 have to be, or each could open everything alone, and there are at most " + MOST);
    }
  }

  /**
   * Reads one that was kept.
   *
   * @throws Refused if it is none
   */
  public static TrusteeSeed read(byte[] bytes) {
    Node node = Json.read(bytes).only("file", "uuid", "number", "trustees", "enough", "seed");
    if (!node.get("file").text().equals("secret-seed")) {
      throw node.refused(Reason.UNKNOWN_KIND, "this is not a trustee's secret seed of a ceremony");
    }
    String seed = node.get("seed").text();
    if (!seed.matches("[1-9A-HJ-NP-Za-km-z]{22}")) {
      throw node.refused(Reason.MALFORMED, "a seed of 22 characters is expected");
    }
    return new TrusteeSeed(node.get("uuid").text(), node.get("number").number(1, MOST),
        node.get("trustees").number(1, MOST), node.get("enough").number(1, MOST),
        Secret.of(seed, SecretAccess.granted()));
  }

  /** Its text, which is secret. */
  public String write(SecretAccess access) {
    return new Compact().open('{')
        .name("file")
        .plain("secret-seed")
        .name("uuid")
        .plain(uuid)
        .name("number")
        .raw(Integer.toString(number))
        .name("trustees")
        .raw(Integer.toString(size))
        .name("enough")
        .raw(Integer.toString(enough))
        .name("seed")
        .plain(seed.text(access))
        .close('}')
        .toString();
  }
}
