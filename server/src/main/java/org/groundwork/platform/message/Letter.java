// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it lies in the outbox: rendered in the recipient's language, in one sealed piece. A decoy has no address
 * and is thrown away by the sender, so that asking for an unknown address costs what asking for a known one does.
 */
record Letter(String address, String subject, String body) {

  static Letter decoy(String subject, String body) { return new Letter("", subject, body); }

  boolean isDecoy() { return address.isEmpty(); }

  byte[] bytes() {
    var parts = List.of(address.getBytes(StandardCharsets.UTF_8), subject.getBytes(StandardCharsets.UTF_8),
        body.getBytes(StandardCharsets.UTF_8));
    var buffer = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length + Integer.BYTES).sum());
    parts.forEach(part -> buffer.putInt(part.length).put(part));
    return buffer.array();
  }

  static Letter of(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    var parts = new ArrayList<String>();
    while (parts.size() < 3) {
      byte[] part = new byte[buffer.getInt()];
      buffer.get(part);
      parts.add(new String(part, StandardCharsets.UTF_8));
    }
    return new Letter(parts.get(0), parts.get(1), parts.get(2));
  }

  @Override
  public String toString() { return "Letter"; }
}
