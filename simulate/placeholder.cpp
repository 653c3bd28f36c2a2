namespace cjm {}
