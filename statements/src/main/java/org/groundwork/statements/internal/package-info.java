// SPDX-License-Identifier: Apache-2.0
/** What all formats share: places, drafts of lines and statements, text. */
@NullMarked
package org.groundwork.statements.internal;

import org.jspecify.annotations.NullMarked;
