// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.groundwork.platform.access.Limited;
import org.junit.jupiter.api.Test;

/** Strangers send few forms with files. */
class FilesOfStrangersTest {

  @Test
  void letsOneAddressSendFewFormsWithFiles() {
    assertThat(perMinute(ReportController.class, "report")).isEqualTo(12);
    assertThat(perMinute(FollowUpController.class, "add")).isEqualTo(6);
  }

  private static int perMinute(Class<?> controller, String route) {
    return Arrays.stream(controller.getDeclaredMethods())
        .filter(method -> method.getName().equals(route))
        .map(method -> method.getAnnotation(Limited.class))
        .mapToInt(limited -> limited == null ? 0 : limited.perMinute())
        .sum();
  }
}
