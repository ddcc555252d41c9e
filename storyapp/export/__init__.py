"""Export: a story becomes a PDF, EPUB, Word or Markdown file, or a folder of pictures."""
