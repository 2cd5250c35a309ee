/*! Doi Thoai: gives each frame of it (src="...?embed=1") the height that its screen wants. MIT OR Apache-2.0. */
addEventListener("message", ({ data, origin, source }) => {
  if (!data || data.type !== "doi-thoai-height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    // The message must come from this very frame, and the frame must still show what its address says.
    if (frame.contentWindow !== source) continue;
    const address = new URL(frame.src, document.baseURI);
    if (address.origin !== origin || !address.searchParams.has("embed")) continue;
    frame.style.height = `${Math.min(Math.max(data.height, 480), 4000)}px`;
  }
});
