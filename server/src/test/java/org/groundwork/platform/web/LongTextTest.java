// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Long texts go out while they are written, whole or not as a file at all. */
@ExtendWith(ProductExtension.class)
class LongTextTest {
  private static final String LINE = "a line of some length with a sign 🪧 of two halves\n";

  private static AnswerHandler answers() { return Product.shared().bean(AnswerHandler.class); }

  private static MockHttpServletResponse sent(Answer.Writing writing) throws Exception {
    var response = new MockHttpServletResponse();
    send(writing, response);
    return response;
  }

  private static void send(Answer.Writing writing, MockHttpServletResponse response) throws Exception {
    Tenancy.inInstallation(() -> Callers.as(new Caller.Anonymous(), () -> {
      answers().send(Answer.text(writing, "text/plain", "long.txt"), new MockHttpServletRequest(), response);
      return true;
    }));
  }

  @Test
  void whatIsLongGoesOutWhileItIsWritten() throws Exception {
    var response = new MockHttpServletResponse();
    int[] most = {0};
    send(out -> {
      for (int at = 0; at < 20_000; at++) {
        out.write(LINE);
        most[0] = Math.max(most[0], (at + 1) * LINE.getBytes(StandardCharsets.UTF_8).length
            - response.getContentAsByteArray().length);
      }
    }, response);
    assertThat(most[0]).as("bytes that are held").isLessThan(100_000);
    assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(LINE.repeat(20_000));
    assertThat(response.getContentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"long.txt\"");
    assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void anEmptyTextIsAFileAsWell() throws Exception {
    var response = sent(out -> {});
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getHeader("Content-Disposition")).contains("long.txt");
  }

  @Test
  void whatFailsBeforeAnythingWentOutLeavesRoomForAPageThatSaysSo() {
    var response = new MockHttpServletResponse();
    assertThatThrownBy(() -> send(out -> {
      out.write("a little");
      throw new IllegalStateException("the database is gone");
    }, response)).isInstanceOf(IllegalStateException.class);
    assertThat(response.getHeader("Content-Disposition")).isNull();
    assertThat(response.getContentAsByteArray()).isEmpty();
  }

  @Test
  void aReaderWhoIsGoneIsNoFaultOfTheProgram() {
    assertThatThrownBy(() -> sent(out -> {
      throw new UncheckedIOException(new IOException("gone"));
    })).isInstanceOf(IOException.class).hasMessage("gone");
  }

  @Test
  void whoComesWhileTwoAreWrittenIsAskedToWaitAndServedLater() throws Exception {
    var third = new MockHttpServletResponse();
    sent(first -> sentWithin(() -> sent(second -> sentWithin(() -> {
      send(out -> out.write("third"), third);
      return third;
    }))));
    assertThat(third.getStatus()).isEqualTo(503);
    assertThat(third.getContentAsString(StandardCharsets.UTF_8)).contains("Others are fetching long files");
    assertThat(sent(out -> out.write("third")).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("third");
  }

  private interface Work {
    Object done() throws Exception;
  }

  private static void sentWithin(Work work) throws IOException {
    try {
      work.done();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
