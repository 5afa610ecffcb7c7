// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;

/**
 * One local's kept keys, as its file holds them: the local's own key, encrypted under the root, and each purpose's
 * keys, encrypted under the local's.
 */
record LocalKeys(UUID local, KeysetHandle own, SortedMap<Purpose, KeysetHandle> purposes) {

  private static final String FIRST_LINE = "groundwork-keys 1";

  LocalKeys { purposes = Collections.unmodifiableSortedMap(new TreeMap<>(purposes)); }

  static LocalKeys fresh(UUID local) {
    return new LocalKeys(local, Envelope.generate(Purpose.Use.SEAL), new TreeMap<>());
  }

  LocalKeys with(Purpose purpose, KeysetHandle keys) {
    var more = new TreeMap<>(purposes);
    more.put(purpose, keys);
    return new LocalKeys(local, own, more);
  }

  byte[] toFile(Aead root) {
    var text = new StringBuilder(FIRST_LINE).append('\n');
    text.append("local ").append(base64(Envelope.wrap(own, root, Envelope.localLabel(local)))).append('\n');
    Aead parent = Envelope.aead(own);
    purposes.forEach((purpose, keys) -> {
      byte[] wrapped = Envelope.wrap(keys, parent, Envelope.purposeLabel(local, purpose));
      text.append(purpose.use().word())
          .append(' ')
          .append(purpose.name())
          .append(' ')
          .append(base64(wrapped))
          .append('\n');
    });
    return text.append("end\n").toString().getBytes(US_ASCII);
  }

  /** @throws GeneralSecurityException if the content is not what {@link #toFile} wrote for this local and root */
  static LocalKeys fromFile(UUID local, byte[] content, Aead root) throws GeneralSecurityException {
    Iterator<String> lines = new String(content, US_ASCII).lines().iterator();
    if (!next(lines).equals(FIRST_LINE))
      throw new GeneralSecurityException("unknown first line");
    String first = next(lines);
    if (!first.startsWith("local "))
      throw new GeneralSecurityException("no key of the local");
    KeysetHandle own = Envelope.unwrap(bytes(first.substring(6)), root, Envelope.localLabel(local));
    Aead parent = Envelope.aead(own);
    var purposes = new TreeMap<Purpose, KeysetHandle>();
    for (String line = next(lines); !line.equals("end"); line = next(lines)) {
      String[] words = line.split(" ", -1);
      Purpose purpose = purpose(words);
      purposes.put(purpose, Envelope.unwrap(bytes(words[2]), parent, Envelope.purposeLabel(local, purpose)));
    }
    return new LocalKeys(local, own, purposes);
  }

  private static Purpose purpose(String[] words) throws GeneralSecurityException {
    if (words.length != 3)
      throw new GeneralSecurityException("a line has not three words");
    for (Purpose.Use use : Purpose.Use.values())
      if (use.word().equals(words[0]))
        return new Purpose(words[1], use, Purpose.Keeping.KEPT);
    throw new GeneralSecurityException("unknown use");
  }

  private static String next(Iterator<String> lines) throws GeneralSecurityException {
    if (!lines.hasNext())
      throw new GeneralSecurityException("cut short");
    return lines.next();
  }

  private static String base64(byte[] bytes) { return Base64.getEncoder().encodeToString(bytes); }

  private static byte[] bytes(String base64) { return Base64.getDecoder().decode(base64); }
}
