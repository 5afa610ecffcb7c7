// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** A process of its own that opens a key directory, makes a key and prints its id. */
final class KeyMaker {

  private KeyMaker() {}

  static Process start(Path directory, UUID local) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        KeyMaker.class.getName(), directory.toString(), local.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] args) {
    var store = FileKeyStore.open(KeyPlaces.under(Path.of(args[0])), true);
    System.out.print(store.keyset(UUID.fromString(args[1]), Purpose.sealing("people")).getPrimary().getId());
  }
}
