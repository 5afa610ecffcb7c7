// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.groundwork.platform.access.InstallationDoor;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires uploads: what takes them in, and where they are kept. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {
  /** Before the security filters, which read the form and with it the whole upload. */
  private static final int BEFORE_SECURITY = -200;

  @Bean
  ImageIntake imageIntake(@Value("${groundwork.data}") Path data) {
    var limits = new ImageLimits(FileIntake.MOST_BYTES, 50_000_000, 2_560, Duration.ofSeconds(20), 320, 1);
    return new ImageIntake(limits, data.resolve("work"));
  }

  @Bean
  FileIntake fileIntake(ImageIntake images, @Value("${groundwork.data}") Path data) {
    UploadRemains.delete(data.resolve("tomcat"));
    return new FileIntake(images);
  }

  @Bean
  FormFiles formFiles(FileIntake intake, Transactions transactions) { return new FormFiles(intake, transactions); }

  @Bean
  FileStore fileStore(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys,
      @Value("${groundwork.files.megabytes-per-local:4096}") long megabytes) {
    return new FileStore(jdbc, ids, clock, new FieldCipher(keys, Purpose.sealing("files")), megabytes << 20);
  }

  @Bean
  FilterRegistrationBean<UploadLimitFilter> uploadLimitFilter(InstallationDoor door) {
    var registration = new FilterRegistrationBean<>(new UploadLimitFilter(door));
    registration.setOrder(BEFORE_SECURITY);
    return registration;
  }
}
