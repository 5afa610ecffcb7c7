// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/**
 * What one role hands to another: what it is, for which election, a number, and the message of the protocol behind them byte
 * by byte as it was made, since records hold its hash.
 *
 * @param what the kind, one word
 * @param number of the trustee from 1; or what the kind says
 */
record Handover(String what, String uuid, int number, String payload) {
  private static final byte[] MARK = ",\"payload\":".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_HEAD = 1024;
  private static final int HIGHEST = 1_000_000;

  /** Its text. */
  String write() {
    String head = new Compact().open('{')
        .name("file")
        .plain(what)
        .name("uuid")
        .plain(uuid)
        .name("number")
        .raw(Integer.toString(number))
        .toString();
    return head + new String(MARK, StandardCharsets.US_ASCII) + payload + "}";
  }

  /**
   * Reads one.
   *
   * @throws Refused if it is of another kind or of another election
   */
  static Handover read(byte[] bytes, ElectionDraft draft, String what) { return read(bytes, draft.uuid(), what); }

  static Handover read(byte[] bytes, String uuid, String what) {
    Handover read = read(bytes);
    if (!read.what.equals(what)) {
      throw new Refused(Reason.UNKNOWN_KIND, "",
          "this is a file \"" + read.what + "\"; a \"" + what + "\" is expected");
    }
    if (!read.uuid.equals(uuid)) {
      throw new Refused(Reason.WRONG_UUID, "", "this file is of the election " + read.uuid + ", not of " + uuid);
    }
    return read;
  }

  static Handover read(byte[] bytes) {
    int at = mark(bytes);
    if (at < 0 || bytes[bytes.length - 1] != '}') {
      throw new Refused(Reason.MALFORMED, "",
          "this is no file that a step of an election made, or it was cut or changed on the way");
    }
    byte[] head = Arrays.copyOf(bytes, at + 1);
    head[at] = '}';
    Node node = Json.read(head).only("file", "uuid", "number");
    return new Handover(node.get("file").text(), node.get("uuid").text(), node.get("number").number(0, HIGHEST),
        new String(bytes, at + MARK.length, bytes.length - 1 - at - MARK.length, StandardCharsets.UTF_8));
  }

  private static int mark(byte[] bytes) {
    for (int at = 0; at < Math.min(LONGEST_HEAD, bytes.length - MARK.length); at++) {
      if (Arrays.equals(bytes, at, at + MARK.length, MARK, 0, MARK.length)) {
        return at;
      }
    }
    return -1;
  }

  byte[] bytes() { return utf8(payload); }

  static byte[] utf8(String text) { return text.getBytes(StandardCharsets.UTF_8); }
}
