"""Write a document or a chart to a file: one module per format, nothing decided."""
