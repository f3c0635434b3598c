"""What deploy/README.md says of the templates, written from the templates: pictures in Mermaid, and tables."""
