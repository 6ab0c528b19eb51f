/* Writes down whom a process speaks to; preloaded where a tracer is not allowed. A line each: FAMILY ADDRESS PORT. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void note(const char *family, const char *address, int port) {
  const char *path = getenv("DESKSIDE_SOCKET_LOG");
  char line[512];
  int length = snprintf(line, sizeof line, "%s %s %d\n", family, address, port);
  int file = open(path == NULL ? "/dev/stderr" : path, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (file < 0 || write(file, line, length) != length) abort();
  close(file);
}

static void note_address(const struct sockaddr *to) {
  char text[INET6_ADDRSTRLEN] = "";
  if (to == NULL || to->sa_family == AF_UNSPEC) return;
  if (to->sa_family == AF_INET) {
    const struct sockaddr_in *v4 = (const void *)to;
    note("AF_INET", inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text), ntohs(v4->sin_port));
  } else if (to->sa_family == AF_INET6) {
    const struct sockaddr_in6 *v6 = (const void *)to;
    note("AF_INET6", inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof text), ntohs(v6->sin6_port));
  } else if (to->sa_family == AF_UNIX) {
    const struct sockaddr_un *local = (const void *)to;
    note("AF_UNIX", local->sun_path[0] == 0 ? "@" : local->sun_path, 0);
  } else {
    note(to->sa_family == AF_NETLINK ? "AF_NETLINK" : "AF_OTHER", "-", 0);
  }
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int connect(int fd, const struct sockaddr *to, socklen_t length) {
  note_address(to);
  return NEXT(connect)(fd, to, length);
}
int bind(int fd, const struct sockaddr *at, socklen_t length) {
  note_address(at);
  return NEXT(bind)(fd, at, length);
}
ssize_t sendto(int fd, const void *bytes, size_t size, int flags, const struct sockaddr *to, socklen_t length) {
  note_address(to);
  return NEXT(sendto)(fd, bytes, size, flags, to, length);
}
ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  note_address(message->msg_name);
  return NEXT(sendmsg)(fd, message, flags);
}
int sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags) {
  for (unsigned int i = 0; i < count; i++) note_address(messages[i].msg_hdr.msg_name);
  return NEXT(sendmmsg)(fd, messages, count, flags);
}
/* The C library asks name servers by ways of its own that cannot be preloaded: the question itself is told. */
int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
  unsigned char bytes[16];
  int is_number = name == NULL || inet_pton(AF_INET, name, bytes) == 1 || inet_pton(AF_INET6, name, bytes) == 1;
  if (!is_number && strcmp(name, "localhost") != 0) note("NAME", name, 53);
  return NEXT(getaddrinfo)(name, service, hints, found);
}
