// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty planted names, notes and account numbers, and everything that is written anywhere. */
class NothingInTheClearTest {

  private static final UUID LOCAL = new UUID(1, 1);

  @TempDir
  Path directory;

  @Test
  void writesNoPlantedValueAnywhere() throws IOException {
    var store = FileKeyStore.open(KeyPlaces.under(directory), true);
    byte[] written = everythingWritten(store, planted());
    for (String value : planted())
      for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE))
        assertThat(holds(written, value.getBytes(charset))).as(value + " in " + charset).isFalse();
  }

  @Test
  void findsAValueThatIsWrittenInTheClear() throws IOException {
    Files.writeString(directory.resolve("leak"), "…" + planted().get(17) + "…");
    assertThat(holds(files(), planted().get(17).getBytes(UTF_8))).isTrue();
  }

  private byte[] everythingWritten(KeyStore store, List<String> values) throws IOException {
    var cipher = new FieldCipher(store, Purpose.sealing("people"));
    var index = new BlindIndex(store, Purpose.indexing("people"));
    var tokens = new NameTokens(store, Purpose.indexing("people"), "roll.person.name");
    var all = new ByteArrayOutputStream();
    for (String value : values) {
      var ref = new FieldRef(LOCAL, "roll.person", "name", UUID.nameUUIDFromBytes(value.getBytes(UTF_8)));
      all.write(cipher.seal(ref, value));
      all.write(index.of(LOCAL, "email", value));
      for (int token : tokens.tokensOf(LOCAL, value))
        all.write(ByteBuffer.allocate(4).putInt(token).array());
      all.write(ref.toString().getBytes(UTF_8));
    }
    all.write(store.keyset(LOCAL, Purpose.sealing("people")).toString().getBytes(UTF_8));
    all.write(files());
    return all.toByteArray();
  }

  private byte[] files() throws IOException {
    var all = new ByteArrayOutputStream();
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        all.write(path.toString().getBytes(UTF_8));
        if (Files.isRegularFile(path))
          all.write(Files.readAllBytes(path));
      }
    }
    return all.toByteArray();
  }

  private static List<String> planted() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 20; i++)
      values.add(String.format(Locale.ROOT, "Planted Name%02d", i));
    for (int i = 0; i < 15; i++)
      values.add(String.format(Locale.ROOT, "note %02d: the woman in 3B, nights, afraid of the agent", i));
    for (int i = 0; i < 15; i++)
      values.add(String.format(Locale.ROOT, "DE8937040044053201%04d", i));
    return values;
  }

  private static boolean holds(byte[] all, byte[] part) {
    return new String(all, ISO_8859_1).contains(new String(part, ISO_8859_1));
  }
}
