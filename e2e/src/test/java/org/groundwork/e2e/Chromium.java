// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven. */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright = Playwright
        .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update", "--disable-sync")));
  }

  /** A cheap phone: 360 px wide, touch, in a language. */
  BrowserContext phone(String language) {
    return browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740)
        .setDeviceScaleFactor(2)
        .setIsMobile(true)
        .setHasTouch(true)
        .setLocale(language)
        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
  }

  /** A desk, 1280 px wide. */
  BrowserContext desk(String language) {
    return browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900)
        .setLocale(language)
        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
