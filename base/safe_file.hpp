// Owns: reading whole files with limits, and writing them so that no half file is ever left behind.
// Must not know: what the bytes mean, the command line.
#pragma once
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cjm {

/// A file that could not be read or written; what() says which and why, in words for the user.
class FileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Whether a write reached its reader; a closed pipe is no error, there is just nobody left to
/// tell.
enum class Delivery { complete, reader_gone };

/// The bytes of a file, whatever its kind (a pipe such as `<(command)` is read to its end).
///
/// limit   largest number of bytes accepted; at most limit + 1 are ever read, so that an endless
///         device neither hangs nor fills the memory
/// throws  FileError: missing, a directory, unreadable, larger than `limit`
[[nodiscard]] std::string read_whole_file(const std::string& path, std::size_t limit);

/// The bytes of an open file descriptor up to its end; `name` is what messages call it.
[[nodiscard]] std::string read_descriptor(int descriptor, const std::string& name,
                                          std::size_t limit);

/// What is already in the regular file that an open descriptor appends to, as `>> file` has it;
/// none where it does not append, and where the file is larger than `limit` or cannot be read.
[[nodiscard]] std::optional<std::string> read_appended_file(int descriptor, std::size_t limit);

/// Makes `bytes` the content of the file `path`, all at once or not at all: they are written to a
/// new file in the same folder, which is then renamed. An existing file keeps its permissions, a
/// symbolic link stays a link. What is not a regular file (device, pipe, /dev/stdout, /dev/fd/N) is
/// written to directly.
///
/// throws  FileError: a directory, no such folder, not permitted, a full disk; nothing is left
/// behind
Delivery write_whole_file(const std::string& path, std::string_view bytes);

/// A file to be written.
struct NamedBytes {
    std::string path, bytes;
};

/// Writes several files, at most 1,000, that belong together: all are written aside before the
/// first is renamed, so that a full disk leaves none. What is there and no regular file is
/// replaced. throws  FileError as write_whole_file
void write_whole_files(const std::vector<NamedBytes>& files);

/// Whether the path names a file, there or not, that a new one may take the place of: no device,
/// pipe or open descriptor.
[[nodiscard]] bool is_replaceable(const std::string& path);

/// Throws the FileError that write_whole_file would for what can be told beforehand (a directory,
/// no such folder, not permitted), so that a long computation does not end in it.
void expect_writable(const std::string& path);

/// Writes all bytes to an open descriptor; `name` is what messages call it. Throws FileError.
Delivery write_descriptor(int descriptor, const std::string& name, std::string_view bytes);

/// Whether both paths lead to the same existing file (links followed); false where one does not
/// exist.
[[nodiscard]] bool same_file(const std::string& path, const std::string& other);

/// Removes the files that have been begun and not yet renamed, if any. For signal
/// handlers: async-signal-safe, no effect on anything else.
void remove_unfinished_file() noexcept;

}  // namespace cjm
