#include "base/safe_file.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cjm {
namespace {

/// Closes its descriptor at the end of a scope.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    /// Closes now; false with errno where the system reports a late write error.
    [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

  private:
    int number_;
};

/// Paths of files being written aside, where a signal handler can read them; null = a free slot.
constexpr std::size_t most_unfinished = 1000;
constinit std::array<std::atomic<const std::string*>, most_unfinished> unfinished{};

void remove_unfinished(std::size_t slot) noexcept {
    if (const std::string* path = unfinished[slot].exchange(nullptr)) ::unlink(path->c_str());
}

/// What the system says about an error, as part of a sentence.
std::string reason(int error) {
    switch (error) {
        case ENOENT:
            return "no such file";
        case EACCES:
        case EPERM:
            return "permission denied";
        case EISDIR:
            return "it is a directory";
        case ENOSPC:
        case EDQUOT:
            return "no space left";
        case EFBIG:
            return "it would be larger than the system allows";
        case EBADF:
            return "it is closed";
        case EROFS:
            return "the file system is read-only";
        case ENOTDIR:
            return "a part of the path is not a directory";
        case ENAMETOOLONG:
            return "the name is too long";
        default:
            return std::strerror(error);  // NOLINT(concurrency-mt-unsafe): one thread writes
    }
}

[[noreturn]] void cannot_read(const std::string& name, const std::string& why) {
    throw FileError(fmt::format("cannot read {}: {}", name, why));
}

[[noreturn]] void cannot_write(const std::string& name, const std::string& why) {
    throw FileError(fmt::format("cannot write {}: {}", name, why));
}

/// `folder` is where `name` would have been made.
[[noreturn]] void cannot_write_in(const std::string& folder, const std::string& name, int error) {
    if (error == ENOENT) cannot_write(name, fmt::format("there is no folder {}", folder));
    if (error == EACCES) cannot_write(name, fmt::format("folder {} is not writable", folder));
    cannot_write(name, reason(error));
}

std::string size_in_words(std::size_t bytes) {
    constexpr std::size_t megabyte = 1U << 20U;
    return bytes % megabyte == 0 ? fmt::format("{} MB", bytes / megabyte)
                                 : fmt::format("{} bytes", bytes);
}

std::optional<struct stat> status_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return status;
}

/// The folder part of a path, "." where it has none.
std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// The descriptor that a path such as /dev/stdout or /dev/fd/3 stands for. Opening such a path anew
/// would start at the beginning of a redirected file; its descriptor knows where the shell stands.
std::optional<int> descriptor_named_by(std::string_view path) {
    if (path == "/dev/stdout") return STDOUT_FILENO;
    if (path == "/dev/stderr") return STDERR_FILENO;
    for (const std::string_view prefix : {"/dev/fd/", "/proc/self/fd/"}) {
        if (!path.starts_with(prefix)) continue;
        const std::string_view digits = path.substr(prefix.size());
        int number = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error == std::errc() && end == digits.data() + digits.size() && number >= 0) {
            return number;
        }
    }
    return std::nullopt;
}

/// Follows symbolic links by hand, so that a link to a file that is still to be made works too.
std::string follow_links(std::string path) {
    constexpr int most_links = 40;  // as the kernel allows
    for (int links = 0; links < most_links; ++links) {
        std::array<char, PATH_MAX> target{};
        const ssize_t length = ::readlink(path.c_str(), target.data(), target.size() - 1);
        if (length < 0) return path;
        const std::string to(target.data(), static_cast<std::size_t>(length));
        path = to.starts_with('/') ? to : folder_of(path) + "/" + to;
    }
    return path;
}

void keep_permissions(int descriptor, const struct stat& old) {
    // the owner first, since a change of owner clears special bits; only root may, others need not
    if (::fchown(descriptor, old.st_uid, old.st_gid) != 0) errno = 0;
    constexpr mode_t permissions = 07777;
    if (::fchmod(descriptor, old.st_mode & permissions) != 0) errno = 0;
}

/// A file that is written beside its target and takes its place when it is whole; removed where it
/// is not.
class AsideFile {
  public:
    /// name  of the target, as the user typed it; throws FileError
    AsideFile(const std::string& name, std::string_view bytes)
        : name_(name), target_(follow_links(name)) {
        const std::string folder = folder_of(target_);
        Descriptor file(open_in(folder));
        if (file.number() < 0) cannot_write_in(folder, name, errno);
        try {
            if (const auto old = status_of(name)) keep_permissions(file.number(), *old);
            write_descriptor(file.number(), name, bytes);
            if (!file.close()) cannot_write(name, reason(errno));
        } catch (...) {
            remove();
            throw;
        }
    }
    AsideFile(const AsideFile&) = delete;
    AsideFile& operator=(const AsideFile&) = delete;
    AsideFile(AsideFile&& other) noexcept
        : name_(std::move(other.name_)),
          target_(std::move(other.target_)),
          path_(std::move(other.path_)),
          slot_(std::exchange(other.slot_, most_unfinished)) {}
    AsideFile& operator=(AsideFile&&) = delete;
    ~AsideFile() { remove(); }

    void take_place() {
        if (::rename(path_->c_str(), target_.c_str()) != 0) cannot_write(name_, reason(errno));
        unfinished.at(std::exchange(slot_, most_unfinished)) = nullptr;
    }

  private:
    /// A new file with the permissions that the user's umask gives; -1 with errno where none can be
    /// made.
    int open_in(const std::string& folder) {
        for (slot_ = 0; slot_ < most_unfinished; ++slot_) {
            if (unfinished.at(slot_) != nullptr) continue;
            path_ = std::make_unique<const std::string>(
                fmt::format("{}/.cjm-{}-{}.part", folder, ::getpid(), slot_));
            unfinished.at(slot_) = path_.get();  // before the file exists: no moment is unguarded
            const int number = ::open(path_->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                                      S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH);
            if (number >= 0) return number;
            unfinished.at(slot_) = nullptr;
            if (errno != EEXIST) break;
        }
        slot_ = most_unfinished;
        return -1;
    }

    void remove() noexcept {
        if (slot_ == most_unfinished) return;
        remove_unfinished(std::exchange(slot_, most_unfinished));
    }

    std::string name_, target_;
    std::unique_ptr<const std::string> path_;  ///< where it is written
    std::size_t slot_ = most_unfinished;
};

Delivery write_directly(const std::string& path, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0) cannot_write(path, reason(errno));
    return write_descriptor(file.number(), path, bytes);
}

}  // namespace

std::string read_descriptor(int descriptor, const std::string& name, std::size_t limit) {
    std::string bytes;
    std::array<char, 1U << 16U> block{};
    for (;;) {
        const ssize_t count = ::read(descriptor, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) cannot_read(name, reason(errno));
        if (count == 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit) {
            cannot_read(name, fmt::format("it is larger than {}", size_in_words(limit)));
        }
    }
}

std::string read_whole_file(const std::string& path, std::size_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) cannot_read(path, reason(errno));
    return read_descriptor(file.number(), path, limit);
}

std::optional<std::string> read_appended_file(int descriptor, std::size_t limit) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    const int flags = ::fcntl(descriptor, F_GETFL);
    if (flags < 0 || (flags & O_APPEND) == 0) return std::nullopt;
    try {
        return read_whole_file(fmt::format("/proc/self/fd/{}", descriptor), limit);
    } catch (const FileError&) {
        return std::nullopt;
    }
}

Delivery write_descriptor(int descriptor, const std::string& name, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EPIPE) return Delivery::reader_gone;
        if (count < 0) cannot_write(name, reason(errno));
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return Delivery::complete;
}

void expect_writable(const std::string& path) {
    if (descriptor_named_by(path)) return;
    if (path.empty()) cannot_write("\"\"", "the name is empty");
    const std::optional<struct stat> old = status_of(path);
    if (old && S_ISDIR(old->st_mode)) cannot_write(path, "it is a directory");
    if (!old && path.ends_with('/')) cannot_write(path, "it names a directory");
    // renaming would also replace a file that the user made read-only to protect it
    if (old && ::access(path.c_str(), W_OK) != 0) cannot_write(path, reason(errno));
    if (old && !S_ISREG(old->st_mode)) return;
    const std::string folder = folder_of(follow_links(path));
    if (::access(folder.c_str(), W_OK | X_OK) != 0) cannot_write_in(folder, path, errno);
}

bool is_replaceable(const std::string& path) {
    const std::optional<struct stat> old = status_of(path);
    return !descriptor_named_by(path) && (!old || S_ISREG(old->st_mode));
}

Delivery write_whole_file(const std::string& path, std::string_view bytes) {
    if (const auto descriptor = descriptor_named_by(path)) {
        return write_descriptor(*descriptor, path, bytes);
    }
    expect_writable(path);
    const std::optional<struct stat> old = status_of(path);
    if (old && !S_ISREG(old->st_mode)) return write_directly(path, bytes);
    AsideFile(path, bytes).take_place();
    return Delivery::complete;
}

void write_whole_files(const std::vector<NamedBytes>& files) {
    std::vector<AsideFile> written;
    for (const auto& [path, bytes] : files) {
        expect_writable(path);
        written.emplace_back(path, bytes);
    }
    for (AsideFile& file : written) file.take_place();
}

bool same_file(const std::string& path, const std::string& other) {
    const auto one = status_of(path);
    const auto two = status_of(other);
    return one && two && one->st_dev == two->st_dev && one->st_ino == two->st_ino;
}

void remove_unfinished_file() noexcept {
    for (std::size_t slot = 0; slot < most_unfinished; ++slot) remove_unfinished(slot);
}

}  // namespace cjm
