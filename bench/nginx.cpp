#include "bench/nginx.hpp"

#include <fstream>

#include "bench/served.hpp"

namespace hearth::bench {

namespace {

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

void write_config(const std::filesystem::path& folder, int port) {
    write(folder / "nginx.conf",
          "worker_processes 2; pid " + (folder / "nginx.pid").string() + "; error_log " + (folder / "error.log").string() +
              "; daemon off;\nevents { worker_connections 1024; }\nhttp { access_log off; sendfile on; open_file_cache "
              "max=100; keepalive_requests 1000000; types { text/html html; }\n server { listen 127.0.0.1:" +
              std::to_string(port) + "; root " + (folder / "www").string() + "; } }\n");
}

}  // namespace

double nginx_pages_per_second(const std::string& bytes, double seconds) {
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    std::filesystem::create_directory(folder.path() / "www");
    write(folder.path() / "www" / "page.html", bytes);
    const int port = free_port();
    write_config(folder.path(), port);
    const Program nginx({"/usr/sbin/nginx", "-c", folder.path() / "nginx.conf"}, folder.path() / "nginx.log");
    wait_for_port(port);
    return requests_per_second("http://127.0.0.1:" + std::to_string(port) + "/page.html", seconds);
}

}  // namespace hearth::bench
