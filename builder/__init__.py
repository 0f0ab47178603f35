"""The press line of “Những bông hoa đẹp”: story files in, a website and print-ready books out."""
