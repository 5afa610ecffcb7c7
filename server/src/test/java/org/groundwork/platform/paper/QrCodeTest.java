// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture at the door says the address, and nothing else. */
class QrCodeTest {
  private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  @Test
  void isReadAsTheAddress() throws Exception {
    String address = "https://example.org/r/0123456789/here/0123456789abcdefghjkmnpqrs";
    var code = QrCode.of(address);
    int bare = code.size() - 8; // without the light margin of four squares on each side
    var matrix = new BitMatrix(bare);
    var square = SQUARE.matcher(code.squares());
    while (square.find()) {
      matrix.set(Integer.parseInt(square.group(1)) - 4, Integer.parseInt(square.group(2)) - 4);
    }
    assertThat(new Decoder().decode(matrix).getText()).isEqualTo(address);
  }
}
