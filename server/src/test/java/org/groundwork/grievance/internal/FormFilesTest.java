// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.groundwork.grievance.Evidence;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.files.Pictures;
import org.groundwork.platform.files.Upload;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

/** Files of strangers take turns, and nobody waits for ever behind somebody who is slow. */
@ExtendWith(ProductExtension.class)
class FormFilesTest {

  @Test
  void asksToComeAgainWhereTheOthersTakeTooLong(Product product) throws Exception {
    var full = new FormFiles(product.bean(FileIntake.class), product.bean(Evidence.class),
        product.bean(Transactions.class), new Semaphore(0), Duration.ofMillis(20));
    var photo = new MockMultipartFile("files", "stairs.png", "image/png", Pictures.png(40, 30));
    var sent = full.keep(UUID.randomUUID(), new MultipartFile[]{photo});
    assertThat(sent.refused()).singleElement().satisfies(refused -> {
      assertThat(refused.name()).isEqualTo("stairs.png");
      assertThat(refused.reason()).isInstanceOf(Upload.Busy.class);
    });
  }

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
