// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
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
    var full = new FormFiles(product.bean(FileIntake.class), product.bean(Transactions.class), new Semaphore(0),
        Duration.ofMillis(20));
    var photo = new MockMultipartFile("files", "stairs.png", "image/png", Pictures.png(40, 30));
    var sent = full.keep(new MultipartFile[]{photo}, file -> {
      throw new AssertionError(file.name() + " was kept");
    });
    assertThat(sent.refused()).singleElement().satisfies(refused -> {
      assertThat(refused.name()).isEqualTo("stairs.png");
      assertThat(refused.reason()).isInstanceOf(Upload.Busy.class);
    });
  }
}
