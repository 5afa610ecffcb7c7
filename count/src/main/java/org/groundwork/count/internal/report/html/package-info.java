// SPDX-License-Identifier: Apache-2.0
/** An outcome as one page for a browser and a printer: nothing on it is asked for elsewhere, and nothing on it runs. */
@NullMarked
package org.groundwork.count.internal.report.html;

import org.jspecify.annotations.NullMarked;
