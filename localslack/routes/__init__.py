"""The doors of the server: the Web API, files, response_urls, the install page, the page."""
